import type { Command } from 'commander'
import type { ArgumentReader } from './argumentReader'

/** Declares `--workers`. */
export const workersOption = (command: Command): Command =>
  command.option(
    '--workers <threads>',
    'number of threads that draw; does not change the rows (default: the number of cores, if that is faster)',
  )

/** Reads `--workers`: a whole number of threads; undefined if it is missing. */
export const readWorkers = (reader: ArgumentReader, raw: string | undefined): number | undefined =>
  reader.wholeNumber('--workers', raw, 'default: the number of cores')
