import type { either as E } from 'fp-ts'
import type { Problem } from '../model/problem'
import type { AttemptSource, Wait } from '../build/attemptSource'
import type { Attempt } from '../build/attempt'

/** Time of drawing that is not measured, in milliseconds, because code that is not compiled yet is slow. */
const WARM_UP_MS = 600
/** Time of drawing that is measured before the decision, in milliseconds. */
const MEASURE_MS = 400
/** Time to settle a unit that workers have drawn, in milliseconds. */
const SETTLE_MS_PER_UNIT = 0.04
/** Minimum ratio of the time to draw a unit to the time to settle it, from which workers are faster. */
const MIN_DRAW_RATIO = 3
/** Time to start threads, in milliseconds: each loads the level and runs code that is not compiled yet. */
const START_THREADS_MS = 2_000

/**
 * Source that draws on the calling thread first, and measures it. It switches to workers if they are faster: if units are slow to
 * draw and many are left. The choice does not affect the attempts.
 */
export class DrawnWherePays implements AttemptSource<Wait> {
  private chosen: AttemptSource<Wait> | undefined
  private warmUp = 0
  private drawn = 0
  private spent = 0

  constructor(
    private readonly here: AttemptSource<never>,
    private readonly workers: AttemptSource<Wait>,
    private readonly end: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  *attemptsFrom(position: number): Generator<Wait, E.Either<Problem, readonly (readonly Attempt[])[]>> {
    if (this.chosen === undefined && this.spent >= MEASURE_MS) this.chosen = this.pays(this.end - position) ? this.workers : this.here
    if (this.chosen !== undefined) return yield* this.chosen.attemptsFrom(position)
    const started = this.now()
    const supplied = yield* this.here.attemptsFrom(position)
    const took = this.now() - started
    if (this.warmUp < WARM_UP_MS) this.warmUp += took
    else {
      this.spent += took
      this.drawn += supplied._tag === 'Right' ? supplied.right.length : 0
    }
    return supplied
  }

  private pays(left: number): boolean {
    const each = this.spent / this.drawn
    return each >= MIN_DRAW_RATIO * SETTLE_MS_PER_UNIT && each * left >= 2 * START_THREADS_MS
  }
}
