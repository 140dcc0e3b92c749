import type { Draft } from './draft'
import type { LawResult } from './law'
import type { RenderedDraft } from './problem'
import type { Sample } from './sample'

/** A replayed draw: the draft, its shrink steps, and the result of every law. */
export interface Reproduction<Q, A> {
  readonly token: string
  readonly level: string
  readonly version: string
  readonly seed: string
  readonly cell: string
  /** Number of the slot in its cell, from 0. */
  readonly slot: number
  /** Number of the attempt at the slot, from 0. */
  readonly attempt: number
  /** True if drawn with fast-check's bias towards edges, as half of a check's drafts are; false for every row. */
  readonly biased: boolean
  /** The draft as drawn; undefined if no trap of the type can be derived from the twin drawn. */
  readonly draft: Draft<Q, A> | undefined
  /** Draft at the end of the token's shrink path; equals `draft` if the token has no path. */
  readonly shrunk: Draft<Q, A> | undefined
  /** Drafts from `draft` to `shrunk`, as texts, each simpler than the one before. */
  readonly steps: readonly RenderedDraft[]
  /** Results of all laws for `shrunk`; for a trap, the results of the trap itself. */
  readonly laws: readonly LawResult[]
  /** Results of all laws for the twin of a trap; empty for an answered draft. */
  readonly twinLaws: readonly LawResult[]
  /** The row without its id, which is not in the token; undefined if the draft does not become a row. */
  readonly row: Omit<Sample, 'id'> | undefined
}
