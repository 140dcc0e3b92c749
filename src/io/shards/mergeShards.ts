import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Report } from '../../model/report'
import type { Seed } from '../../model/seed'
import { nodeDisk } from '../disk/disk'
import type { Drawn } from '../buildFiles/drawn'
import { drawSteps } from '../buildFiles/drawSteps'
import { mergeJob, type MergeOptions } from './mergeJob'
import { type Files, finish } from '../steps'

/**
 * The files of `buildFiles`, byte for byte, from shards that `generateShard` has drawn, anywhere, in any order, some of them twice.
 * Gives the report.
 *
 * Rows are settled here, so the level and its tools are needed: where a row is there already, its slot is drawn again. A shard that
 * is missing, of another dataset, of another version of the level, or damaged is an error with its name; the shards' manifests tell.
 * It reads one shard after another, at no more than 64 bytes of memory a row. An interrupted call is gone on with by the same call.
 *
 * @example
 * const merged = await mergeShards(level, 42, { out: folder, count: 250 })
 * if (merged._tag === 'Left') console.log(renderError(merged.left))
 */
export async function mergeShards<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options?: MergeOptions): Files<Report> {
  const merge = mergeJob(spec, seed, options, nodeDisk)
  if (E.isLeft(merge)) return merge
  const { job, supply } = merge.right
  return E.map(({ report }: Drawn) => report as Report)(await finish(drawSteps(job, supply), options ?? {}))
}
