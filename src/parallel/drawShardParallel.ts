import { either as E } from 'fp-ts'
import { nodeDisk } from '../io/disk/disk'
import { type ShardOptions, shardJob } from '../io/shards/shardJob'
import type { ShardManifest } from '../io/shards/shardManifest'
import { shardSteps } from '../io/shards/shardSteps'
import { type FileResult, runSteps } from '../io/steps'
import type { Level, LevelSource } from '../loader/loadLevel'
import { fileError } from '../model/problem'
import type { Seed } from '../model/seed'
import { validateOptions } from '../validate/optionRules'
import { WORKER_RULES } from './parallelRules'
import { type ThreadOptions, withWorkers } from './withWorkers'

/** Draws the shard of `generateShard` on threads that load the level from its source. */
export async function drawShardParallel(
  level: Level,
  source: LevelSource,
  seed: Seed,
  { workers, ...options }: ShardOptions & ThreadOptions,
): FileResult<ShardManifest> {
  const threads = { ...(workers !== undefined && { workers }) }
  const problems = validateOptions(threads, WORKER_RULES)
  const job = shardJob(level, seed, options, nodeDisk)
  if (E.isLeft(job)) return E.left(fileError([...job.left.problems, ...problems]))
  if (problems.length > 0) return E.left(fileError(problems))
  const { prepared, range } = job.right
  return withWorkers(prepared, source, { ...threads, range }, attemptSource => runSteps(shardSteps(job.right, attemptSource), options))
}
