import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import { fileError } from '../model/problem'
import type { Report } from '../model/report'
import type { Seed } from '../model/seed'
import { validateOptions } from '../validate/optionRules'
import { nodeDisk } from './disk'
import { type BuildFilesOptions, drawJob } from './draw/drawJob'
import type { Drawn } from './draw/drawn'
import { drawSteps } from './draw/drawSteps'
import { shardsFolder } from './layout'
import { chosenShards } from './shards/chosenShards'
import { ReadShards } from './shards/readShards'
import { type Files, finish } from './steps'

export interface MergeOptions extends BuildFilesOptions {
  /** Folders of shards, or with folders of shards in them; `<out>/shards/<level>` unless told. */
  readonly input?: readonly string[]
}

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
export async function mergeShards<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: MergeOptions = {}): Files<Report> {
  const { input, ...others } = options ?? {}
  const problems = validateOptions({ ...(input !== undefined && { input }) }, { input: foldersRule })
  const job = drawJob(spec, seed, others, true, nodeDisk)
  if (E.isLeft(job)) return E.left(fileError([...job.left.problems, ...problems]))
  if (problems.length > 0) return E.left(fileError(problems))
  const { prepared, root } = job.right
  const shards = chosenShards(prepared, input ?? [join(root, shardsFolder(spec.name))])
  if (E.isLeft(shards)) return E.left(fileError(shards.left))
  const supply = new ReadShards(shards.right, prepared.plan.unitCount)
  return E.map(({ report }: Drawn) => report as Report)(await finish(drawSteps({ ...job.right, step: 'merge' }, supply), others))
}

const foldersRule = {
  expected: 'folders',
  hint: 'leave it out for <out>/shards/<level>',
  accepts: (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(path => typeof path === 'string' && path !== ''),
}
