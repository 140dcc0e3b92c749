import type { ShortcutFigures } from './figures'
import type { Draft } from './draft'
import type { Counts } from './report'
import type { Seed } from './seed'
import type { AdversarialType, Category, Difficulty } from './vocabulary'

/** Options that every check has. */
export interface CheckRunOptions {
  /** Seed of all draws. @defaultValue 42 */
  readonly seed?: Seed
  /**
   * Number of drafts to check: half are unbiased, half are drawn with fast-check's bias towards edges. With `cover`, unbiased
   * drafts are added until every share is decided, up to a hundred times this number.
   * @defaultValue 1_000
   */
  readonly runs?: number
  /** Maximum number of attempts per draft, if laws discard. @defaultValue 1_000 */
  readonly maxAttempts?: number
  /** Maximum number of shrink candidates tried per counterexample. @defaultValue 5_000 */
  readonly maxShrinks?: number
  /** Minimum share (0 to 1) of the unbiased drafts, by label. The labels are the keys of `CheckReport.unbiasedLabels`. */
  readonly cover?: Readonly<Record<string, number>>
}

/** Options of `checkLevel`: a selection of cells and laws, and how to run the check. All are optional. */
export interface CheckOptions<Q, A> extends CheckRunOptions {
  /** Name of the only topic to check. */
  readonly topic?: string
  /** The only category to check. */
  readonly category?: Category
  /** The only difficulty to check. */
  readonly difficulty?: Difficulty
  /** The only type of traps to check. */
  readonly adversarialType?: AdversarialType
  /** The only edge to check: `zero` in every topic, or `plain.zero` in one. */
  readonly edge?: string
  /** Name of the only law to check. */
  readonly law?: string
  /**
   * Number of traps of each type in a dataset that is drawn to test for surface shortcuts; 2,000 are needed to decide. It tests
   * the level as a whole, so it cannot be combined with a selection. By default there is no such test.
   */
  readonly shortcuts?: number
  /** Your own labels, each with the predicate of the drafts that it counts. */
  readonly classify?: Readonly<Record<string, (draft: Draft<Q, A>) => boolean>>
}

/** Counts of a check in which every law held. */
export interface CheckReport {
  /** Name of the level; `arbitrary` if an arbitrary was checked without a level. */
  readonly level: string
  /** Seed of all draws, in decimal. */
  readonly seed: string
  /** Number of drafts for which all laws held. */
  readonly runs: number
  /** Number of those drafts that were drawn without a bias. */
  readonly unbiased: number
  /** Number of drafts for which each law held. */
  readonly laws: Counts
  /** Attempts that laws discarded, by reason. */
  readonly discards: Counts
  /**
   * Number of unbiased drafts by label: `category.valid`, `topic.plain`, `difficulty.easy`, `type.malformed`,
   * `edge.plain.zero` (every draft that touches the edge), and the labels of `classify`.
   */
  readonly unbiasedLabels: Counts
  /** Number of all drafts, biased and unbiased, by label. */
  readonly allLabels: Counts
  /** Share of each label in `cover`. */
  readonly coverage: readonly Coverage[]
  /** Figures of the test for surface shortcuts; undefined without the option `shortcuts`. */
  readonly shortcuts?: ShortcutFigures
}

/** Share of a label among the unbiased drafts, from 0 to 1, beside the minimum that `cover` requires. */
export interface Coverage {
  readonly label: string
  readonly minimum: number
  readonly share: number
  /** Lower end of the Wilson interval of the true share, at the given confidence. */
  readonly low: number
  /** Upper end of that interval. */
  readonly high: number
  readonly confidence: number
  /** Number of unbiased drafts. */
  readonly runs: number
}
