import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { workOnRedis } from '../../queue/workOnRedis'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { executeFileCommand, type CommandOutcome, type RawOptions, type RunHooks } from '../runCommand'
import { omitUndefined } from '../options/omitUndefined'
import { EXIT } from '../exitCode'
import { exitIfInterrupted } from '../exitIfInterrupted'
import { jsonText } from '../terminal/jsonText'
import { redisOption } from '../options/declareOptions'
import { readWorkers, workersOption } from '../options/workers'
import { printToStderr } from '../terminal/print'
import { command } from './command'

/** Declares the command `genesis-datasets worker`: parses its arguments, calls `workOnRedis`, and prints the result. */
export const workerCommand = (): Command =>
  redisOption(workersOption(command('worker', 'process queued shards until stopped', '--redis redis://localhost:6379 --workers 4')))
    .option('--stalled-after <seconds>', 'seconds without a sign of life after which other workers take over its shards (default: 30)')
    .action(async (raw: RawArguments) => {
      await executeFileCommand(raw, hooks => work(raw, hooks))
      exitIfInterrupted()
    })

interface RawArguments extends RawOptions {
  readonly redis: string
  readonly workers?: string
  readonly stalledAfter?: string
}

async function work(raw: RawArguments, { signal }: RunHooks): Promise<E.Either<CommandError, CommandOutcome>> {
  const reader = new ArgumentReader()
  const read = {
    workers: readWorkers(reader, raw.workers),
    stalledAfterSeconds: reader.wholeNumber('--stalled-after', raw.stalledAfter, 'default: 30 seconds'),
  }
  const given = reader.result(() => omitUndefined(read))
  if (E.isLeft(given)) return given
  const onShard = (name: string, failure: string | undefined): void =>
    printToStderr(failure === undefined ? `${name}: drawn` : `${name}: ${failure}`)
  return E.map((drawn: number) => ({ summary: `${drawn} shards drawn`, json: jsonText({ drawn }), exitCode: EXIT.interrupted }))(
    await workOnRedis(raw.redis, { ...given.right, signal, onShard }),
  )
}
