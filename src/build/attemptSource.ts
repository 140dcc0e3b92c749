import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Seed } from '../model/seed'
import type { Plan } from '../stages/plan/plan'
import { Attempts } from './attempts'
import type { Attempt } from './attempt'
import { unitOrder } from './unitOrder'

/** Request to wait for attempts that another thread or process draws. */
export interface Wait {
  readonly until: Promise<unknown>
}

/** Source of the first attempts at units, several units at a time. `W` is `never` for a source that never waits. */
export interface AttemptSource<W extends Wait> {
  /**
   * Returns the attempts at one or more units, starting at this position, or the problem that prevents them. Positions must be
   * requested in ascending order, each once.
   */
  readonly attemptsFrom: (position: number) => Generator<W, E.Either<Problem, readonly (readonly Attempt[])[]>>
}

/** Draws attempts in this thread, `batch` units at a time, up to the position `end`. The batch size affects only the speed. */
export function drawnHere<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, plan: Plan, batch: number, end = plan.unitCount): AttemptSource<never> {
  const attempts = new Attempts(spec, seed)
  const unitAt = unitOrder(spec, seed, plan)
  return {
    *attemptsFrom(position) {
      const length = Math.min(batch, end - position)
      return E.right(attempts.firstAttempts(Array.from({ length }, (_, index) => unitAt(position + index))))
    },
  }
}
