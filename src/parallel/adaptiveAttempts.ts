import type { either as E } from 'fp-ts'
import type { Problem } from '../model/problem'
import type { Supply, Wait } from '../build/attemptSource'
import type { Tried } from '../build/attempt'

/** How long drawing goes on before it is watched, for code that is not compiled yet is slow, and then before it is decided; in milliseconds. */
const WARM_UP = 600
const LOOK = 400
/** What settling a unit takes that workers hand back, in milliseconds; drawing must take some times as long. */
const SETTLING = 0.04
const TIMES = 3
/** What starting threads takes, each with a level of its own and code that is not compiled yet, in milliseconds. */
const START = 2_000

/**
 * Attempts that are made here at first, and by workers as soon as it shows that it pays: where units take long to draw, and many are
 * left. A clock decides who draws; what is drawn, it does not.
 */
export class DrawnWherePays implements Supply<Wait> {
  private chosen: Supply<Wait> | undefined
  private warmUp = 0
  private drawn = 0
  private spent = 0

  constructor(
    private readonly here: Supply<never>,
    private readonly workers: Supply<Wait>,
    private readonly end: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  *from(place: number): Generator<Wait, E.Either<Problem, readonly (readonly Tried[])[]>> {
    if (this.chosen === undefined && this.spent >= LOOK) this.chosen = this.pays(this.end - place) ? this.workers : this.here
    if (this.chosen !== undefined) return yield* this.chosen.from(place)
    const started = this.now()
    const supplied = yield* this.here.from(place)
    const took = this.now() - started
    if (this.warmUp < WARM_UP) this.warmUp += took
    else {
      this.spent += took
      this.drawn += supplied._tag === 'Right' ? supplied.right.length : 0
    }
    return supplied
  }

  private pays(left: number): boolean {
    const each = this.spent / this.drawn
    return each >= TIMES * SETTLING && each * left >= 2 * START
  }
}
