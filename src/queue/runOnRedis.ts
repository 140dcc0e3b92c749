import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { either as E } from 'fp-ts'
import { nodeDisk } from '../io/disk/disk'
import type { RunOptions } from '../io/runOptions'
import { type ShardJob, shardJob } from '../io/shards/shardJob'
import type { Files } from '../io/steps'
import type { LevelSource, LoadError } from '../loader/loadLevel'
import { type LoadedLevel, loadSpecModule } from '../loader/specModule'
import { type FileError, fileError, type Problem } from '../model/problem'
import type { Report } from '../model/report'
import { type Seed, spellSeed } from '../model/seed'
import { invalidOption } from '../validate/optionRules'
import { QueueRun } from './queueRun'
import { reachRedis } from './redis'
import type { QueuedDataset } from './shardTask'

export interface QueueOptions extends RunOptions {
  /** In how many shards the dataset is drawn. */
  readonly shards: number
  /** How many rows in all; 10,000 unless told. */
  readonly count?: number
  /** The dataset folder, which all machines see; `datasets` unless told. */
  readonly out?: string
  readonly force?: boolean
}

/**
 * The files of `buildFiles`, drawn in shards by the workers on a queue (`workOnRedis`), wherever they are, and merged here when all are
 * there. Gives the report; errors come back as data. `specModule` is that of `buildDatasetParallel`, `url` an address such as
 * `redis://localhost:6379`.
 *
 * A worker that dies has its shards drawn by others; a connection that is lost is taken up again; where Redis has forgotten the run,
 * it is begun again, and shards that are there are not drawn twice. A shard that fails for good ends the run with its name. Equal level,
 * seed, options and versions give equal bytes, whoever draws.
 *
 * @example
 * const built = await runOnRedis('sums', 42, 'redis://localhost:1', { out: folder, count: 250, shards: 8 })
 * if (built._tag === 'Left') console.log(renderError(built.left))
 */
export async function runOnRedis(
  specModule: string,
  seed: Seed,
  url: string,
  options: QueueOptions,
): Promise<E.Either<FileError | LoadError, Report>> {
  const loaded = await loadSpecModule(specModule)
  return E.isLeft(loaded) ? loaded : runLevelOnRedis(loaded.right, seed, url, options)
}

/** The same, of a level that is loaded. */
export async function runLevelOnRedis({ level, source }: LoadedLevel, seed: Seed, url: string, options: QueueOptions): Files<Report> {
  const { shards, count, out = 'datasets', force = false, ...run } = options ?? {}
  const job = shardJob(
    level,
    seed,
    { ...(count !== undefined && { count }), out, force, ...run, shard: { number: 1, of: shards } },
    nodeDisk,
  )
  if (E.isLeft(job)) return E.left(fileError(job.left.problems.map(asShards(shards))))
  const redis = await reachRedis(url)
  if (E.isLeft(redis)) return redis
  const dataset = queuedDataset(job.right, sharedSource(source), seed, { shards, out: resolve(out), force })
  return new QueueRun(redis.right, level, dataset, run).toItsEnd()
}

/** A number of shards that is none is told as what it is here. */
const asShards =
  (shards: unknown) =>
  (problem: Problem): Problem =>
    problem.path === 'options.shard'
      ? invalidOption(
          'options.shards',
          'a whole number of shards, 1 or more, and no more than there are units',
          shards,
          'a few for each worker',
        )
      : problem

/** Every machine finds a module under the same path, wherever a worker was started. */
const sharedSource = (source: LevelSource): LevelSource => (source.kind === 'module' ? { ...source, name: resolve(source.name) } : source)

const queuedDataset = <Q, A>(
  { prepared, made }: ShardJob<Q, A>,
  source: LevelSource,
  seed: Seed,
  where: Pick<QueuedDataset, 'shards' | 'out' | 'force'>,
): QueuedDataset => ({
  run: randomUUID(),
  level: prepared.spec.name,
  source,
  seed: spellSeed(seed),
  count: prepared.plan.count,
  version: made.version,
  plan: made.plan,
  ...where,
})
