import { either as E } from 'fp-ts'
import type { LevelSource } from '../loader/loadLevel'
import { oracleBatchSizeOf } from '../model/oracleBatchSize'
import type { Problem } from '../model/problem'
import { spellSeed } from '../model/seed'
import type { PreparedBuild } from '../build/pipeline'
import type { AttemptSource, Wait } from '../build/attemptSource'
import type { Attempt } from '../build/attempt'
import { unitOrder } from '../build/unitOrder'
import { attemptsOf, type UnitRecord } from '../build/unitRecord'
import { planDigest } from '../stages/plan/planDigest'
import type { Unit } from '../stages/plan/plan'
import { drawWithRetry } from './drawWithRetry'
import type { DrawTask } from './drawTask'
import { workerDied } from './workerDied'
import type { WorkerPool } from './workerPool'

/** Number of tasks queued for each worker, so that a worker never waits while the calling thread settles. */
const TASKS_AHEAD = 3
/** Minimum number of units in a task, because transferring a task has a cost. */
const MIN_UNITS = 64
/** Number of tasks for each worker, so that at the end no worker draws alone for long. */
const TASKS_PER_WORKER = 8
/** Maximum number of units in a task, unless the oracle's batch is larger. */
const MAX_UNITS = 1_024

/** Task that a worker has not finished, or whose result has not been requested. */
interface Outstanding extends Wait {
  result: E.Either<Problem, readonly UnitRecord[]> | undefined
}

/**
 * Source of attempts that workers draw, up to the position `end`, returned in order. The number of workers and the size of the
 * tasks do not affect the attempts.
 */
export class DrawnByWorkers<Q, A> implements AttemptSource<Wait> {
  private readonly outstanding = new Map<number, Outstanding>()
  private readonly unitAt: (position: number) => Unit
  private readonly dataset: Omit<DrawTask, 'start' | 'end'>
  private readonly size: number
  private readonly end: number
  /** Position of the first unit without a task; -1 until the first request. */
  private next = -1

  constructor(
    private readonly prepared: PreparedBuild<Q, A>,
    source: LevelSource,
    private readonly pool: Pick<WorkerPool, 'workers' | 'draw'>,
    { size, end = prepared.plan.unitCount }: { readonly size?: number; readonly end?: number } = {},
  ) {
    const { spec, seed, plan } = prepared
    this.unitAt = unitOrder(spec, seed, plan)
    this.dataset = { source, seed: spellSeed(seed), count: plan.count, level: spec.name, version: spec.version, plan: planDigest(plan) }
    this.size = size ?? taskSize(prepared, pool.workers)
    this.end = end
  }

  *attemptsFrom(position: number): Generator<Wait, E.Either<Problem, readonly (readonly Attempt[])[]>> {
    if (this.next < 0) this.next = position
    while (this.outstanding.size < this.pool.workers * TASKS_AHEAD && this.next < this.end) this.send()
    const wanted = this.outstanding.get(position) as Outstanding
    while (wanted.result === undefined) yield wanted
    this.outstanding.delete(position)
    return E.map((records: readonly UnitRecord[]) => records.map(attemptsOf))(wanted.result)
  }

  private send(): void {
    const task = { ...this.dataset, start: this.next, end: Math.min(this.next + this.size, this.end) }
    const toProblem = (at: number, thrown: unknown): Problem => {
      const { spec, seed } = this.prepared
      return workerDied(spec, seed, this.unitAt(at), thrown)
    }
    const until = drawWithRetry(this.pool, task, toProblem).then(result => {
      sent.result = result
    })
    const sent: Outstanding = { until, result: undefined }
    this.outstanding.set(task.start, sent)
    this.next = task.end
  }
}

const taskSize = <Q, A>({ spec, plan }: PreparedBuild<Q, A>, workers: number): number =>
  Math.min(Math.max(MIN_UNITS, Math.ceil(plan.unitCount / (workers * TASKS_PER_WORKER))), Math.max(MAX_UNITS, oracleBatchSizeOf(spec)))
