import { availableParallelism } from 'node:os'
import { either as E } from 'fp-ts'
import { type FileError, fileError } from '../model/problem'
import { RUN_RULES } from '../io/fileOptions'
import { type OptionRule, validateOptions, wholeNumber } from '../validate/optionRules'
import { withTimeout } from './withTimeout'
import { SHARD_QUEUE } from './queueNames'
import { connectToRedis } from './redis'

/** Options of `workOnRedis`. */
export interface RedisWorkerOptions {
  /** Number of shards that are drawn in parallel, each in its own thread. @defaultValue the number of cores */
  readonly workers?: number
  /** Time in seconds after which a worker without a sign of life is stalled, and its shards go to others. @defaultValue 30 */
  readonly stalledAfterSeconds?: number
  /** Signal that ends the work immediately; other workers draw the unfinished shards again. */
  readonly signal?: AbortSignal
  /** Callback for each shard, with its name and, if it failed, the reason. */
  readonly onShard?: (name: string, failure: string | undefined) => void
}

const DEFAULT_STALLED_AFTER_S = 30
const MAX_WORKERS = 1_024
const MAX_STALLED_AFTER_S = 86_400
/** Maximum number of times that a shard may stall before it fails: when worker after worker dies, the shard is the cause. */
const MAX_STALLED_COUNT = 8

const RULES: Readonly<Record<keyof RedisWorkerOptions, OptionRule>> = {
  workers: wholeNumber(MAX_WORKERS, 'the number of cores'),
  stalledAfterSeconds: wholeNumber(MAX_STALLED_AFTER_S, `${DEFAULT_STALLED_AFTER_S} seconds`),
  signal: RUN_RULES.signal,
  onShard: RUN_RULES.onProgress,
}

/**
 * Draws the shards that `runOnRedis` queues at an address such as `redis://localhost:6379`, until the signal is aborted. Returns
 * the number of shards drawn; errors are returned as data.
 *
 * Each shard is drawn in its own thread, so that this thread can renew its lock during minutes of work. A lost connection is
 * restored. The module of a level must have the same path on every machine.
 *
 * @example
 * const drawn = await workOnRedis('redis://localhost:1', { workers: 2, signal: AbortSignal.timeout(60_000) })
 * if (drawn._tag === 'Left') console.log(renderError(drawn.left))
 */
export async function workOnRedis(url: string, options: RedisWorkerOptions = {}): Promise<E.Either<FileError, number>> {
  const { workers = availableParallelism(), stalledAfterSeconds = DEFAULT_STALLED_AFTER_S, signal, onShard } = options ?? {}
  const problems = validateOptions(options, RULES)
  if (problems.length > 0) return E.left(fileError(problems))
  const redis = await connectToRedis(url)
  if (E.isLeft(redis)) return redis
  const { bull, connection } = redis.right
  let shardsDrawn = 0
  const worker = new bull.Worker(SHARD_QUEUE, new URL('./shardProcessor.js', import.meta.url), {
    connection,
    concurrency: workers,
    useWorkerThreads: true,
    lockDuration: stalledAfterSeconds * 1_000,
    stalledInterval: stalledAfterSeconds * 1_000,
    maxStalledCount: MAX_STALLED_COUNT,
  })
  worker.on('completed', job => {
    shardsDrawn += 1
    onShard?.(job.name, undefined)
  })
  worker.on('failed', (job, error) => onShard?.(job?.name ?? 'a shard', error.message))
  // Ignored: the library restores a lost connection.
  worker.on('error', () => undefined)
  await new Promise<void>(resolve => {
    if (signal?.aborted === true) resolve()
    signal?.addEventListener('abort', () => resolve(), { once: true })
  })
  await withTimeout(worker.close(true))
  await withTimeout(worker.disconnect())
  return E.right(shardsDrawn)
}
