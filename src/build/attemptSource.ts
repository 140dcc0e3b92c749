import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Problem } from '../model/problem'
import type { Seed } from '../model/seed'
import type { Plan } from '../stages/plan/plan'
import { Attempts } from './attempts'
import type { Tried } from './attempt'
import { unitOrder } from './unitOrder'

/** Something that has to be waited for, where others draw. */
export interface Wait {
  readonly until: Promise<unknown>
}

/** Where the first attempts at units come from, some units at a time; `W` is `never` where nothing is waited for. */
export interface Supply<W extends Wait> {
  /** The attempts at the units from this place on: at one of them at least; or why there are none. Asked for in ascending order, each place once. */
  readonly from: (place: number) => Generator<W, E.Either<Problem, readonly (readonly Tried[])[]>>
}

/** Attempts that are made here, up to the place `end`, `batch` units at a time; it changes the speed and nothing else. */
export function drawnHere<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, plan: Plan, batch: number, end = plan.unitCount): Supply<never> {
  const attempts = new Attempts(spec, seed)
  const unitAt = unitOrder(spec, seed, plan)
  return {
    *from(place) {
      const length = Math.min(batch, end - place)
      return E.right(attempts.ahead(Array.from({ length }, (_, index) => unitAt(place + index))))
    },
  }
}
