import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { either as E } from 'fp-ts'
import { nodeDisk } from '../io/disk/disk'
import type { FileRunOptions } from '../io/runOptions'
import { type ShardJob, shardJob } from '../io/shards/shardJob'
import type { FileResult } from '../io/steps'
import type { LevelSource, LoadError } from '../loader/loadLevel'
import { type LoadedLevel, loadSpecModule } from '../loader/specModule'
import { type FileError, fileError, type Problem } from '../model/problem'
import type { Report } from '../model/report'
import { type Seed, spellSeed } from '../model/seed'
import { invalidOption } from '../validate/optionRules'
import { QueueRun } from './queueRun'
import { connectToRedis } from './redis'
import type { QueuedDataset } from './shardTask'

/** Options of `runOnRedis`. */
export interface RedisRunOptions extends FileRunOptions {
  /** Number of shards in which the dataset is drawn. */
  readonly shards: number
  /** Total number of rows. @defaultValue 10_000 */
  readonly count?: number
  /** Dataset folder, which all machines must share. @defaultValue 'datasets' */
  readonly out?: string
  /** True to replace a dataset of another seed, count or version. @defaultValue false */
  readonly force?: boolean
}

/**
 * Writes the files of `buildFiles`: queues the shards for the workers of `workOnRedis`, on any machine, and merges them when all are
 * drawn. Returns the report; errors are returned as data. `specModule` is as in `buildDatasetParallel`, `url` an address such as
 * `redis://localhost:6379`.
 *
 * If a worker dies, other workers draw its shards. A lost connection is restored. If Redis loses the run, the run is queued
 * again, and existing shards are not drawn again. If a shard fails on every attempt, the run ends with its name. Equal level,
 * seed, options and versions give equal bytes, regardless of the workers.
 *
 * @example
 * const built = await runOnRedis('sums', 42, 'redis://localhost:1', { out: folder, count: 250, shards: 8 })
 * if (built._tag === 'Left') console.log(renderError(built.left))
 */
export async function runOnRedis(
  specModule: string,
  seed: Seed,
  url: string,
  options: RedisRunOptions,
): Promise<E.Either<FileError | LoadError, Report>> {
  const loaded = await loadSpecModule(specModule)
  return E.isLeft(loaded) ? loaded : runLevelOnRedis(loaded.right, seed, url, options)
}

/** Writes the files of `runOnRedis` for a level that is already loaded. */
export async function runLevelOnRedis(
  { level, source }: LoadedLevel,
  seed: Seed,
  url: string,
  options: RedisRunOptions,
): FileResult<Report> {
  const { shards, count, out = 'datasets', force = false, ...run } = options ?? {}
  const job = shardJob(
    level,
    seed,
    { ...(count !== undefined && { count }), out, force, ...run, shard: { number: 1, of: shards } },
    nodeDisk,
  )
  if (E.isLeft(job)) return E.left(fileError(job.left.problems.map(toShardsProblem(shards))))
  const redis = await connectToRedis(url)
  if (E.isLeft(redis)) return redis
  const dataset = queuedDataset(job.right, sharedSource(source), seed, { shards, out: resolve(out), force })
  return new QueueRun(redis.right, level, dataset, run).run()
}

/** Replaces a problem of `options.shard`, which the caller did not set, by one of `options.shards`. */
const toShardsProblem =
  (shards: unknown) =>
  (problem: Problem): Problem =>
    problem.path === 'options.shard'
      ? invalidOption('options.shards', 'a whole number of shards, from 1 to the number of units', shards, 'a few for each worker')
      : problem

/** Makes the path of a module absolute, because workers on other machines start in other folders. */
const sharedSource = (source: LevelSource): LevelSource => (source.kind === 'module' ? { ...source, name: resolve(source.name) } : source)

const queuedDataset = <Q, A>(
  { prepared, manifestFacts }: ShardJob<Q, A>,
  source: LevelSource,
  seed: Seed,
  where: Pick<QueuedDataset, 'shards' | 'out' | 'force'>,
): QueuedDataset => ({
  run: randomUUID(),
  level: prepared.spec.name,
  source,
  seed: spellSeed(seed),
  count: prepared.plan.count,
  version: manifestFacts.version,
  plan: manifestFacts.plan,
  ...where,
})
