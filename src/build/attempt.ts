import type { Problem } from '../model/problem'
import type { render } from '../stages/render/render'
import type { RowPrints } from '../stages/dedupe/distinctness'
import type { ToldForms } from '../stages/dedupe/formHashes'

/** The rows of a draw in the order in which they stand. */
export type RenderedRows = ReturnType<typeof render>

/** Whether a draw is proven; a violation is told as the problem that it is. */
export type Proof =
  /** `told`, a row each, where who drew them has read their forms. */
  | { readonly _tag: 'Proven'; readonly rows: RenderedRows; readonly told?: readonly ToldForms[] }
  | { readonly _tag: 'Discarded'; readonly reason: string }
  | { readonly _tag: 'Violated'; readonly problem: () => Problem }

/** What one attempt at a unit comes to, as far as it can be told without the other units; both functions throw what the level throws. */
export type Tried =
  /** Nothing more is asked of it: it is no trap, or held for another side. */
  | { readonly _tag: 'Unfit'; readonly reason: string }
  | { readonly _tag: 'Fit'; readonly prints: () => RowPrints; readonly prove: () => Proof }
