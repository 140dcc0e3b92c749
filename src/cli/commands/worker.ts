import type { Command } from 'commander'
import { either as E } from 'fp-ts'
import { workOnRedis } from '../../queue/workOnRedis'
import { ArgumentReader } from '../options/argumentReader'
import type { CommandError } from '../commandError'
import { concludeOnFiles, type Outcome, type TypedOptions, type Watch } from '../runCommand'
import { defined } from '../options/omitUndefined'
import { EXIT } from '../exitCode'
import { endAtOnce } from '../exitIfInterrupted'
import { jsonText } from '../terminal/jsonText'
import { redisOption } from '../options/declareOptions'
import { readWorkers, workersOption } from '../options/workers'
import { say } from '../terminal/print'
import { command } from './command'

/** `genesis-datasets worker`: `workOnRedis`. */
export const workerCommand = (): Command =>
  redisOption(workersOption(command('worker', 'draw shards of run, until it is stopped', '--redis redis://localhost:6379 --workers 4')))
    .option('--patience <seconds>', 'after how long without a sign of life its shards go to others (default: 30)')
    .action(async (typed: Typed) => {
      await concludeOnFiles(typed, watch => work(typed, watch))
      endAtOnce()
    })

interface Typed extends TypedOptions {
  readonly redis: string
  readonly workers?: string
  readonly patience?: string
}

async function work(typed: Typed, { signal }: Watch): Promise<E.Either<CommandError, Outcome>> {
  const reader = new ArgumentReader()
  const read = {
    workers: readWorkers(reader, typed.workers),
    patience: reader.whole('--patience', typed.patience, 'leave it out for 30 seconds'),
  }
  const given = reader.result(() => defined(read))
  if (E.isLeft(given)) return given
  const onShard = (name: string, failure: string | undefined): void => say(failure === undefined ? `${name}: drawn` : `${name}: ${failure}`)
  return E.map((drawn: number) => ({ account: `${drawn} shards drawn`, json: jsonText({ drawn }), exitCode: EXIT.interrupted }))(
    await workOnRedis(typed.redis, { ...given.right, signal, onShard }),
  )
}
