import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Seed } from '../../model/seed'
import { suppliedHere } from '../../build/pipeline'
import { nodeDisk } from '../disk/disk'
import { shardJob, type ShardOptions } from './shardJob'
import type { ShardManifest } from './shardManifest'
import { shardSteps } from './shardSteps'
import { type Files, finish } from '../steps'

/**
 * Draws and proves one part of a dataset into `<out>/shards/<level>/<number>-of-<of>`: what the attempts at its units came to, for
 * `mergeShards` to settle. Gives the manifest, which lies beside it as `.manifest.json`.
 *
 * The file appears when it is whole; an interrupted call is gone on with by the same call; another shard that lies there is kept
 * unless `force` is set. Errors come back as data: a law that is violated among them. Equal level, seed, options and versions give
 * equal bytes, on any machine.
 *
 * @example
 * for (const number of [1, 2]) await generateShard(level, 42, { out: folder, count: 250, shard: { number, of: 2 } })
 */
export async function generateShard<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: ShardOptions): Files<ShardManifest> {
  const job = shardJob(spec, seed, options, nodeDisk)
  if (E.isLeft(job)) return job
  const { prepared, places } = job.right
  return finish(shardSteps(job.right, suppliedHere(prepared, undefined, places.end)), options)
}
