import type { Report } from './report'
import type { Sample } from './sample'
import type { Split } from './vocabulary'

/** A row with its split. */
export interface SplitSample {
  readonly sample: Sample
  readonly split: Split
}

/** A built dataset with its report. */
export interface Dataset {
  readonly level: string
  /** Seed of all draws, in decimal. */
  readonly seed: string
  /** All rows, in the order of their ids. */
  readonly samples: readonly Sample[]
  /** The same rows by split, each in the order of their ids. */
  readonly splits: Readonly<Record<Split, readonly Sample[]>>
  readonly report: Report
}

/** Size of a dataset, and the effort allowed per slot. */
export interface BuildOptions {
  /** Number of rows, including traps and their twins. @defaultValue 10_000 */
  readonly count?: number
  /** Maximum number of attempts per slot; beyond it the build fails with `CellExhausted`. @defaultValue 10_000 */
  readonly maxAttempts?: number
}
