import { either as E } from 'fp-ts'
import type { LevelSource } from '../loader/loadLevel'
import { batchOf } from '../model/batchOf'
import type { Problem } from '../model/problem'
import { spellSeed } from '../model/seed'
import type { Prepared } from '../build/pipeline'
import type { Supply, Wait } from '../build/attemptSource'
import type { Tried } from '../build/attempt'
import { unitOrder } from '../build/unitOrder'
import { attemptsOf, type UnitRecord } from '../build/unitRecord'
import { planDigest } from '../stages/plan/planDigest'
import type { Unit } from '../stages/plan/plan'
import { drawSurely } from './drawWithRetry'
import type { DrawTask } from './drawTask'
import { workerDied } from './workerDied'
import type { WorkerPool } from './workerPool'

/** How many tasks each worker has before it, so that it never waits for the one who settles. */
const TASKS_AHEAD = 3
/** A task has so many units at least, for handing it over costs; and so few that at the end no worker is left alone for long. */
const FEWEST_UNITS = 64
const TASKS_OF_A_WORKER = 8
const MOST_UNITS = 1_024

/** A task on its way. */
interface Outstanding extends Wait {
  result: E.Either<Problem, readonly UnitRecord[]> | undefined
}

/** Attempts that workers make, up to the place `end`, handed back in order; whoever makes them, and in tasks of any size, they are the same. */
export class DrawnByWorkers<Q, A> implements Supply<Wait> {
  private readonly outstanding = new Map<number, Outstanding>()
  private readonly unitAt: (place: number) => Unit
  private readonly dataset: Omit<DrawTask, 'start' | 'end'>
  private readonly size: number
  private readonly end: number
  /** The place of the first unit of which no task has been made; unknown until the first is asked for. */
  private next = -1

  constructor(
    private readonly prepared: Prepared<Q, A>,
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

  *from(place: number): Generator<Wait, E.Either<Problem, readonly (readonly Tried[])[]>> {
    if (this.next < 0) this.next = place
    while (this.outstanding.size < this.pool.workers * TASKS_AHEAD && this.next < this.end) this.send()
    const wanted = this.outstanding.get(place) as Outstanding
    while (wanted.result === undefined) yield wanted
    this.outstanding.delete(place)
    return E.map((records: readonly UnitRecord[]) => records.map(attemptsOf))(wanted.result)
  }

  private send(): void {
    const task = { ...this.dataset, start: this.next, end: Math.min(this.next + this.size, this.end) }
    const died = (at: number, thrown: unknown): Problem => {
      const { spec, seed } = this.prepared
      return workerDied(spec, seed, this.unitAt(at), thrown)
    }
    const until = drawSurely(this.pool, task, died).then(result => {
      sent.result = result
    })
    const sent: Outstanding = { until, result: undefined }
    this.outstanding.set(task.start, sent)
    this.next = task.end
  }
}

const taskSize = <Q, A>({ spec, plan }: Prepared<Q, A>, workers: number): number =>
  Math.min(Math.max(FEWEST_UNITS, Math.ceil(plan.unitCount / (workers * TASKS_OF_A_WORKER))), Math.max(MOST_UNITS, batchOf(spec)))
