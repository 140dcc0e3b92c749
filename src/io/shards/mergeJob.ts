import { join } from 'node:path'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { type FileError, fileError } from '../../model/problem'
import type { Seed } from '../../model/seed'
import { type OptionRule, validateOptions } from '../../validate/optionRules'
import type { Disk } from '../disk/disk'
import { type BuildFilesOptions, type DrawJob, drawJob } from '../buildFiles/drawJob'
import { shardsFolder } from '../layout'
import { chooseShards } from './chooseShards'
import { ShardReader } from './shardReader'

/** Options of `mergeShards`. */
export interface MergeOptions extends BuildFilesOptions {
  /** Folders of shards, or folders that contain them. @defaultValue `<out>/shards/<level>` */
  readonly input?: readonly string[]
}

/** Validated request to merge shards: to draw a dataset with the attempts that the shards record. */
export interface MergeJob<Q, A> {
  readonly job: DrawJob<Q, A>
  readonly source: ShardReader
}

/** Validates a request to merge shards; returns the job, or all problems of the request and the shards. */
export function mergeJob<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: MergeOptions | undefined,
  disk: Disk,
): E.Either<FileError, MergeJob<Q, A>> {
  const { input, ...others } = options ?? {}
  const problems = validateOptions({ ...(input !== undefined && { input }) }, { input: foldersRule })
  const job = drawJob(spec, seed, others, true, disk)
  if (E.isLeft(job)) return E.left(fileError([...job.left.problems, ...problems]))
  if (problems.length > 0) return E.left(fileError(problems))
  const { prepared, root } = job.right
  const shards = chooseShards(prepared, input ?? [join(root, shardsFolder(spec.name))])
  if (E.isLeft(shards)) return E.left(fileError(shards.left))
  return E.right({ job: { ...job.right, step: 'merge' }, source: new ShardReader(shards.right, prepared.plan.unitCount) })
}

const foldersRule: OptionRule = {
  expected: 'a list of folders',
  hint: 'default: <out>/shards/<level>',
  accepts: value => Array.isArray(value) && value.length > 0 && value.every(path => typeof path === 'string' && path !== ''),
}
