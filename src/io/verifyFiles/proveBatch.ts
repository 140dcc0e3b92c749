import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Problem } from '../../model/problem'
import type { Review } from '../../model/review'
import type { Sample } from '../../model/sample'
import type { Redraw } from '../../replay/redraw'
import { confirmDraws } from '../../verify/confirmDraws'
import { type RowResult, proveReadRows } from '../../verify/proveRows'
import type { ReadRow } from '../../verify/readRow'

/** Inputs of a proof of rows: the level, the tool that draws rows again, and people's reviews. */
export interface Prover<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly redraw: Redraw<Q, A>
  readonly reviews: readonly Review[]
}

/** Proves rows from their texts, then draws the rows that have a token again. */
export const proveBatch = <Q, A>({ spec, redraw, reviews }: Prover<Q, A>, rows: readonly ReadRow[]): readonly RowResult[] =>
  confirmDraws(spec, redraw, proveReadRows(spec, rows, reviews))

/**
 * Draws a rejected row again and returns the law violation of the draw, with the shrunk counterexample. Returns undefined if
 * the row has no token, or if the draw violates no law: then the row was changed after it was drawn.
 */
export function counterexampleOf<Q, A>({ redraw }: Prover<Q, A>, { metadata: { token } }: Sample): Problem | undefined {
  const [again] = token === '' ? [] : redraw.rows([token])
  return again !== undefined && E.isLeft(again) ? again.left.find(({ counterexample }) => counterexample !== undefined) : undefined
}
