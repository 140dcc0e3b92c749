import type { Command } from 'commander'
import type { ArgumentReader } from './argumentReader'

/** Declares `--workers`. */
export const workersOption = (command: Command): Command =>
  command.option(
    '--workers <threads>',
    'how many threads draw; the rows are the same (default: as many as there are cores, where that pays)',
  )

/** Reads `--workers`: a whole number of threads, or undefined where it was not typed. */
export const readWorkers = (reader: ArgumentReader, raw: string | undefined): number | undefined =>
  reader.wholeNumber('--workers', raw, 'leave it out for as many as there are cores')
