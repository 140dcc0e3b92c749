import type * as fc from 'fast-check'
import type { Cell } from '../../model/cell'
import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import type { CellSource } from '../draw/cellSource'
import { caseOf, type Verification, verify } from './verify'

/** The simplest draft found that breaks the same law, and the steps that led there. */
export interface Shrunk<Q, A> {
  readonly draft: Draft<Q, A>
  readonly reason: string
  /** At each step, which of the simpler values was taken: enough to walk there again. */
  readonly path: readonly number[]
  /** False where the budget ended first. */
  readonly minimal: boolean
}

/** How many candidates a search may try. */
const BUDGET = 5_000

/**
 * Walks from a draw to simpler ones as long as they break the very same law; another law broken on the way is left
 * alone, or the search would slip from one bug to another.
 */
export function shrink<Q, A>(
  spec: LevelSpec<Q, A>,
  cell: Cell,
  source: CellSource<Q, A>,
  start: { readonly value: fc.Value<unknown>; readonly draft: Draft<Q, A>; readonly reason: string },
  law: string,
): Shrunk<Q, A> {
  const path: number[] = []
  let current = start
  let tried = 0
  for (;;) {
    let index = 0
    let simpler: typeof current | undefined
    for (const value of source.arbitrary.shrink(current.value.value_, current.value.context)) {
      if (tried++ >= BUDGET) return { draft: current.draft, reason: current.reason, path, minimal: false }
      simpler = violationOf(spec, cell, source, value, law)
      if (simpler !== undefined) break
      index++
    }
    if (simpler === undefined) return { draft: current.draft, reason: current.reason, path, minimal: true }
    path.push(index)
    current = simpler
  }
}

function violationOf<Q, A>(spec: LevelSpec<Q, A>, cell: Cell, source: CellSource<Q, A>, value: fc.Value<unknown>, law: string) {
  try {
    const draft = source.toDraft(value.value)
    if (draft === undefined) return undefined
    const [verification] = verify(spec, [caseOf(spec, cell, draft)]) as [Verification]
    return verification._tag === 'Violated' && verification.law === law ? { value, draft, reason: verification.reason } : undefined
  } catch {
    // A simpler value on which the level's own code throws breaks something else.
    return undefined
  }
}
