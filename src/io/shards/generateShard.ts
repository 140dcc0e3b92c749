import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Seed } from '../../model/seed'
import { suppliedHere } from '../../build/pipeline'
import { nodeDisk } from '../disk/disk'
import { shardJob, type ShardOptions } from './shardJob'
import type { ShardManifest } from './shardManifest'
import { shardSteps } from './shardSteps'
import { type FileResult, runSteps } from '../steps'

/**
 * Draws and proves one shard of a dataset into `<out>/shards/<level>/<number>-of-<of>`. The file records the attempts at the
 * shard's units; `mergeShards` settles them. Returns the manifest, which is written beside it as `.manifest.json`.
 *
 * The file appears when it is complete. If a call is interrupted, the same call resumes it. Another shard in that folder is kept
 * unless `force` is set. Errors, such as a violated law, are returned as data. Equal level, seed, options and versions give equal
 * bytes, on any machine.
 *
 * @example
 * for (const number of [1, 2]) await generateShard(level, 42, { out: folder, count: 250, shard: { number, of: 2 } })
 */
export async function generateShard<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: ShardOptions): FileResult<ShardManifest> {
  const job = shardJob(spec, seed, options, nodeDisk)
  if (E.isLeft(job)) return job
  const { prepared, range } = job.right
  return runSteps(shardSteps(job.right, suppliedHere(prepared, undefined, range.end)), options)
}
