import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { LevelSpec } from 'genesis-datasets'
import { drawJob } from '../../../../../src/io/buildFiles/drawJob'
import type { DrawResult } from '../../../../../src/io/buildFiles/drawResult'
import { drawSteps, drawStepsOnThisThread } from '../../../../../src/io/buildFiles/drawSteps'
import { mergeJob, type MergeOptions } from '../../../../../src/io/shards/mergeJob'
import { shardJob, type ShardOptions } from '../../../../../src/io/shards/shardJob'
import type { ShardManifest } from '../../../../../src/io/shards/shardManifest'
import { shardSteps } from '../../../../../src/io/shards/shardSteps'
import { type FileResult, runSteps, type Steps } from '../../../../../src/io/steps'
import { suppliedHere } from '../../../../../src/build/pipeline'
import { quickDisk } from '../../support/faultyDisk'

/** Seed of all shards. */
export const SEED = 9

/** Returns the steps of `generateShard` on a disk without waits. */
export function shardStepsOf<Q, A>(level: LevelSpec<Q, A>, options: ShardOptions, batch?: number): Steps<ShardManifest> {
  const job = shardJob(level, SEED, { checkpointEvery: 20, ...options }, quickDisk)
  if (E.isLeft(job)) throw new Error(JSON.stringify(job.left))
  return shardSteps(job.right, suppliedHere(job.right.prepared, batch, job.right.range.end))
}

/** Runs `generateShard` on a disk without waits. */
export const drawShard = async <Q, A>(level: LevelSpec<Q, A>, options: ShardOptions, batch?: number): FileResult<ShardManifest> =>
  runSteps(shardStepsOf(level, options, batch), {})

/** Runs `mergeShards` on a disk without waits. */
export async function merge<Q, A>(level: LevelSpec<Q, A>, options: MergeOptions): FileResult<DrawResult> {
  const made = mergeJob(level, SEED, options, quickDisk)
  return E.isLeft(made) ? made : runSteps(drawSteps(made.right.job, made.right.source), {})
}

/** Runs `buildFiles` on a disk without waits. */
export async function build<Q, A>(level: LevelSpec<Q, A>, out: string, count: number): FileResult<DrawResult> {
  const job = drawJob(level, SEED, { out, count }, true, quickDisk)
  return E.isLeft(job) ? job : runSteps(drawStepsOnThisThread(job.right), {})
}

/** Returns the folder of a shard. */
export const shardAt = (out: string, level: string, number: number, of: number): string => join(out, 'shards', level, `${number}-of-${of}`)
