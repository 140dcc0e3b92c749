import type * as fc from 'fast-check'
import type { Exhibit } from '../../model/problem'

/** What can be drawn, examined and shown: a cell of a level, or an arbitrary alone. */
export interface Subject {
  readonly level: string
  readonly cell: string
  readonly arbitrary: fc.Arbitrary<unknown>
  /** What the laws say of each value, in order. It never throws: what the level's code throws is a violation too. */
  readonly examine: (values: readonly unknown[]) => readonly Examination[]
  readonly show: (value: unknown) => Exhibit
}

export type Examination =
  | { readonly _tag: 'Held'; readonly laws: readonly string[] }
  | { readonly _tag: 'Discarded'; readonly reason: string }
  | {
      readonly _tag: 'Violated'
      readonly law: string
      readonly reason: string
      /** What was thrown, where that broke the law. */
      readonly thrown?: unknown
    }

/** The law that code which throws breaks: whatever is drawn can be printed, answered, judged and measured. */
export const TOTAL = 'level.total'
