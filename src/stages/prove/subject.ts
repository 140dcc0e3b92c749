import type * as fc from 'fast-check'
import type { RenderedDraft } from '../../model/problem'

/** Subject of a check, which can be drawn, examined and rendered: a cell of a level, or an arbitrary. */
export interface Subject {
  readonly level: string
  readonly cell: string
  readonly arbitrary: fc.Arbitrary<unknown>
  /** Examines values under all laws; results are in order. It never throws: an exception of the level's code counts as a violation. */
  readonly examine: (values: readonly unknown[]) => readonly Examination[]
  readonly show: (value: unknown) => RenderedDraft
}

/** Result of examining one value. */
export type Examination =
  | { readonly _tag: 'Held'; readonly laws: readonly string[] }
  | { readonly _tag: 'Discarded'; readonly reason: string }
  | {
      readonly _tag: 'Violated'
      readonly law: string
      readonly reason: string
      /** Exception that violated the law, if any. */
      readonly thrown?: unknown
    }

/** Law that code violates by throwing: every draw can be printed, answered, judged and measured. */
export const LEVEL_TOTAL = 'level.total'
