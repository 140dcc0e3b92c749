import type { Problem } from '../model/problem'
import type { render } from '../stages/render/render'
import type { RowFingerprints } from '../stages/dedupe/uniquenessIndex'
import type { FormHashes } from '../stages/dedupe/formHashes'

/** Rows of one draw, in dataset order. */
export type RenderedRows = ReturnType<typeof render>

/** Outcome of verifying a candidate. `problem` builds the report of a violation on demand. */
export type AttemptOutcome =
  /** `formHashes` has one entry per row; it is set if the drawing thread has already hashed the forms. */
  | { readonly _tag: 'Proven'; readonly rows: RenderedRows; readonly formHashes?: readonly FormHashes[] }
  | { readonly _tag: 'Discarded'; readonly reason: string }
  | { readonly _tag: 'Violated'; readonly problem: () => Problem }

/** One attempt at a unit, judged without the other units. Both functions throw what the level's code throws. */
export type Attempt =
  /** Rejected before verification: the twin offers no such trap, or the form is held out for another side. */
  | { readonly _tag: 'Rejected'; readonly reason: string }
  | { readonly _tag: 'Candidate'; readonly fingerprints: () => RowFingerprints; readonly prove: () => AttemptOutcome }
