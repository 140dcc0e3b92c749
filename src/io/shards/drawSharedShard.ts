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
import { type Files, finish } from '../steps'
import { alreadyDrawnShard } from './existingShard'
import { type ShardJob, shardJob, type ShardOptions } from './shardJob'
import type { ShardManifest } from './shardManifest'
import { shardSteps } from './shardSteps'

/**
 * `generateShard` for a folder that several machines write to, some of which may die: it is drawn in a folder of its own, whose name
 * begins as is told, and moved to its place when it is whole. So no lock of a machine that is gone keeps others out.
 */
export async function drawSharedShard<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: ShardOptions, work: string): Files<ShardManifest> {
  const job = shardJob(spec, seed, options, nodeDisk)
  if (E.isLeft(job)) return job
  const { prepared, places, folder, transaction } = job.right
  const own = join(dirname(folder), `${work}-${randomUUID()}`)
  try {
    // By force another shard is replaced, not this one by itself: somebody may be merging it.
    const there = alreadyDrawnShard({ ...job.right, force: false })
    if (E.isRight(there) && there.right !== undefined) return E.right(there.right)
    if (E.isLeft(there) && !job.right.force) return E.left(fileError([there.left]))
    const apart: ShardJob<Q, A> = { ...job.right, folder: own, transaction: { ...transaction, root: own } }
    const drawn = await finish(shardSteps(apart, suppliedHere(prepared, undefined, places.end)), options)
    if (E.isRight(drawn)) moveInto(own, folder, () => isThere(job.right))
    return drawn
  } catch (thrown) {
    return E.left(fileError([diskProblem(folder, thrown)]))
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

const isThere = <Q, A>(job: ShardJob<Q, A>): boolean => {
  const there = alreadyDrawnShard({ ...job, force: false })
  return E.isRight(there) && there.right !== undefined
}

/** Whoever comes second has drawn the same bytes; what a run has left there that did not end, or what is replaced by force, gives way. */
function moveInto(from: string, to: string, isThere: () => boolean): void {
  try {
    renameSync(from, to)
  } catch (thrown) {
    if (isThere()) return
    if (!existsSync(to)) throw thrown
    const aside = `${from}-aside`
    renameSync(to, aside)
    renameSync(from, to)
    rmSync(aside, { recursive: true, force: true })
  }
}
