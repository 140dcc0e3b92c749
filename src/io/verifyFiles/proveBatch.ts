import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Problem } from '../../model/problem'
import type { Review } from '../../model/review'
import type { Sample } from '../../model/sample'
import type { Redraw } from '../../replay/redraw'
import { confirmDraws } from '../../verify/confirmDraws'
import { type Judgement, proveReadRows } from '../../verify/proveRows'
import type { ReadRow } from '../../verify/readRow'

/** What rows are proven with. */
export interface Prover<Q, A> {
  readonly spec: LevelSpec<Q, A>
  readonly redraw: Redraw<Q, A>
  readonly reviews: readonly Review[]
}

/** Proves rows from their texts, then draws again those that have a token. */
export const proveBatch = <Q, A>({ spec, redraw, reviews }: Prover<Q, A>, rows: readonly ReadRow[]): readonly Judgement[] =>
  confirmDraws(spec, redraw, proveReadRows(spec, rows, reviews))

/**
 * The law that a rejected row of ours breaks when it is drawn again, with the shrunk counterexample; undefined where the
 * draw is sound, so that the row was changed since.
 */
export function counterexampleOf<Q, A>({ redraw }: Prover<Q, A>, { metadata: { token } }: Sample): Problem | undefined {
  const [again] = token === '' ? [] : redraw.rows([token])
  return again !== undefined && E.isLeft(again) ? again.left.find(({ counterexample }) => counterexample !== undefined) : undefined
}
