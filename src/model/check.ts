import type { ShortcutFigures } from './figures'
import type { Draft } from './draft'
import type { Counts } from './report'
import type { Seed } from './seed'
import type { AdversarialType, Category, Difficulty } from './vocabulary'

/** How a check runs; everything may be left out. */
export interface RunOptions {
  /** 42 unless told. */
  readonly seed?: Seed
  /**
   * How many drafts are checked, half of them drawn without a bias, half with one towards edges; 1,000
   * unless told. Where shares are to be covered, unbiased draws go on until each is decided, to a hundred times as many.
   */
  readonly runs?: number
  /** How many draws one draft may take where laws discard; 1,000 unless told. */
  readonly attempts?: number
  /** How many simpler candidates are tried for a counterexample; 5,000 unless told. */
  readonly shrinkBudget?: number
  /** The least share (from 0 to 1) of the unbiased draws that each label must reach. */
  readonly cover?: Readonly<Record<string, number>>
}

/** What of a level is checked, and how; everything may be left out. */
export interface CheckOptions<Q, A> extends RunOptions {
  /** One topic, category, difficulty, type of trap, edge (`zero` or `plain.zero`) or law alone. */
  readonly topic?: string
  readonly category?: Category
  readonly difficulty?: Difficulty
  readonly adversarialType?: AdversarialType
  readonly edge?: string
  readonly law?: string
  /**
   * Whether traps can be told by their looks, too: on a dataset drawn for it, with so many traps of each type (2,000 to decide).
   * It is about the level as a whole, so nothing else can be chosen beside it.
   */
  readonly shortcuts?: number
  /** Labels of one's own: which drafts they count. */
  readonly classify?: Readonly<Record<string, (draft: Draft<Q, A>) => boolean>>
}

/** The record of a check in which every law held. */
export interface CheckReport {
  /** The level, or `arbitrary`. */
  readonly level: string
  readonly seed: string
  /** Drafts for which all laws held, and how many of them were drawn without a bias. */
  readonly runs: number
  readonly unbiased: number
  /** How often each law held. */
  readonly laws: Counts
  /** Draws that laws discarded, by reason. */
  readonly discards: Counts
  /**
   * How many of the unbiased drafts each label counts: `category.valid`, `topic.plain`, `difficulty.easy`,
   * `type.malformed`, `edge.plain.zero` (touched, whatever it was drawn for), and those of `classify`.
   */
  readonly labels: Counts
  /** The same, of all drafts. */
  readonly labelsOfAll: Counts
  readonly covered: readonly Coverage[]
  /** How far traps can be told by their looks, where that was asked. */
  readonly shortcuts?: ShortcutFigures
}

/** What is known of a label's share among unbiased draws. */
export interface Coverage {
  readonly label: string
  readonly minimum: number
  readonly share: number
  /** The Wilson interval of the true share at this confidence. */
  readonly low: number
  readonly high: number
  readonly confidence: number
  readonly runs: number
}
