import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Report } from '../../model/report'
import type { Seed } from '../../model/seed'
import { nodeDisk } from '../disk/disk'
import type { DrawResult } from '../buildFiles/drawResult'
import { drawSteps } from '../buildFiles/drawSteps'
import { mergeJob, type MergeOptions } from './mergeJob'
import { type FileResult, runSteps } from '../steps'

/**
 * Writes the files of `buildFiles`, byte for byte, from shards that `generateShard` has drawn on any machine, in any order, with or
 * without duplicates. Returns the report.
 *
 * The merge settles the attempts and draws again a slot whose row is a duplicate, so it needs the level and its tools. A shard that
 * is missing, damaged, or of another dataset or version of the level is an error with its name, according to the manifests.
 * The merge reads one shard after another, and takes at most 64 bytes of memory a row. If a call is interrupted, the same call
 * resumes it.
 *
 * @example
 * const merged = await mergeShards(level, 42, { out: folder, count: 250 })
 * if (merged._tag === 'Left') console.log(renderError(merged.left))
 */
export async function mergeShards<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options?: MergeOptions): FileResult<Report> {
  const merge = mergeJob(spec, seed, options, nodeDisk)
  if (E.isLeft(merge)) return merge
  const { job, source } = merge.right
  return E.map(({ report }: DrawResult) => report as Report)(await runSteps(drawSteps(job, source), options ?? {}))
}
