import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { fileError } from '../../model/problem'
import type { Seed } from '../../model/seed'
import { suppliedHere } from '../../build/pipeline'
import { nodeDisk } from '../disk/disk'
import { diskProblem } from '../disk/diskFault'
import { type FileResult, runSteps } from '../steps'
import { findExistingShard } from './findExistingShard'
import { type ShardJob, shardJob, type ShardOptions } from './shardJob'
import type { ShardManifest } from './shardManifest'
import { shardSteps } from './shardSteps'

/**
 * Draws a shard like `generateShard`, for a folder that several machines write to. It draws in a temporary folder, whose name
 * begins with `work`, and renames it when the shard is complete. So a machine that dies leaves no lock that blocks the others.
 */
export async function drawSharedShard<Q, A>(
  spec: LevelSpec<Q, A>,
  seed: Seed,
  options: ShardOptions,
  work: string,
): FileResult<ShardManifest> {
  const job = shardJob(spec, seed, options, nodeDisk)
  if (E.isLeft(job)) return job
  const { prepared, range, folder, transaction } = job.right
  const own = join(dirname(folder), `${work}-${randomUUID()}`)
  try {
    // `force` replaces another shard, but never an identical one: another run may be merging it.
    const existing = findExistingShard({ ...job.right, force: false })
    if (E.isRight(existing) && existing.right !== undefined) return E.right(existing.right)
    if (E.isLeft(existing) && !job.right.force) return E.left(fileError([existing.left]))
    const ownJob: ShardJob<Q, A> = { ...job.right, folder: own, transaction: { ...transaction, root: own } }
    const result = await runSteps(shardSteps(ownJob, suppliedHere(prepared, undefined, range.end)), options)
    if (E.isRight(result)) moveInto(own, folder, () => isDrawn(job.right))
    return result
  } catch (thrown) {
    return E.left(fileError([diskProblem(folder, thrown)]))
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

const isDrawn = <Q, A>(job: ShardJob<Q, A>): boolean => {
  const existing = findExistingShard({ ...job, force: false })
  return E.isRight(existing) && existing.right !== undefined
}

/**
 * Renames the folder of a drawn shard. If another machine was faster, its shard is kept, because it has the same bytes. An
 * incomplete shard, or one that `force` replaces, is removed.
 */
function moveInto(from: string, to: string, isDrawn: () => boolean): void {
  try {
    renameSync(from, to)
  } catch (thrown) {
    if (isDrawn()) return
    if (!existsSync(to)) throw thrown
    const aside = `${from}-aside`
    renameSync(to, aside)
    renameSync(from, to)
    rmSync(aside, { recursive: true, force: true })
  }
}
