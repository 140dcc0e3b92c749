import { availableParallelism } from 'node:os'
import { either as E } from 'fp-ts'
import { type FileError, fileError } from '../model/problem'
import { RUN_RULES } from '../io/fileOptions'
import { type OptionRule, validateOptions, wholeNumber } from '../validate/optionRules'
import { bounded } from './withTimeout'
import { SHARD_QUEUE } from './queueNames'
import { reachRedis } from './redis'

export interface WorkOptions {
  /** How many shards are drawn at once, each in a thread of its own; as many as there are cores unless told. */
  readonly workers?: number
  /** After how many seconds without a sign of life a worker counts as dead, and its shards go to others; 30 unless told. */
  readonly patience?: number
  /** Ends the work at once; what was begun, others draw again. */
  readonly signal?: AbortSignal
  /** Hears of each shard that was drawn, or could not be: its name, and why. */
  readonly onShard?: (name: string, failure: string | undefined) => void
}

const PATIENCE = 30
const MOST_WORKERS = 1_024
const MOST_PATIENCE = 86_400
/** A shard with which workers die one after another is no accident. */
const MOST_DEATHS = 8

const RULES: Readonly<Record<keyof WorkOptions, OptionRule>> = {
  workers: wholeNumber(MOST_WORKERS, 'as many as there are cores'),
  patience: wholeNumber(MOST_PATIENCE, `${PATIENCE} seconds`),
  signal: RUN_RULES.signal,
  onShard: RUN_RULES.onProgress,
}

/**
 * Draws shards of `runOnRedis` that stand in the queue at an address such as `redis://localhost:6379`, until the signal is given.
 * Gives how many it has drawn; errors come back as data.
 *
 * Each is drawn in a thread: a thread that is busy for minutes must not keep this one from telling that it lives. The connection may
 * break and come back. A level of a module is found under the same path on every machine.
 *
 * @example
 * const drawn = await workOnRedis('redis://localhost:1', { workers: 2, signal: AbortSignal.timeout(60_000) })
 * if (drawn._tag === 'Left') console.log(renderError(drawn.left))
 */
export async function workOnRedis(url: string, options: WorkOptions = {}): Promise<E.Either<FileError, number>> {
  const { workers = availableParallelism(), patience = PATIENCE, signal, onShard } = options ?? {}
  const problems = validateOptions(options, RULES)
  if (problems.length > 0) return E.left(fileError(problems))
  const redis = await reachRedis(url)
  if (E.isLeft(redis)) return redis
  const { bull, connection } = redis.right
  let drawn = 0
  const worker = new bull.Worker(SHARD_QUEUE, new URL('./shardProcessor.js', import.meta.url), {
    connection,
    concurrency: workers,
    useWorkerThreads: true,
    lockDuration: patience * 1_000,
    stalledInterval: patience * 1_000,
    maxStalledCount: MOST_DEATHS,
  })
  worker.on('completed', job => {
    drawn += 1
    onShard?.(job.name, undefined)
  })
  worker.on('failed', (job, error) => onShard?.(job?.name ?? 'a shard', error.message))
  // A connection that is lost is taken up again.
  worker.on('error', () => undefined)
  await new Promise<void>(resolve => {
    if (signal?.aborted === true) resolve()
    signal?.addEventListener('abort', () => resolve(), { once: true })
  })
  await bounded(worker.close(true))
  await bounded(worker.disconnect())
  return E.right(drawn)
}
