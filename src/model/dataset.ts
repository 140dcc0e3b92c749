import type { Report } from './report'
import type { Sample } from './sample'
import type { Split } from './vocabulary'

/** A row with the file that it belongs to. */
export interface Placed {
  readonly sample: Sample
  readonly split: Split
}

/** Every row, in order of id, the same rows by split, and what is known about the whole. */
export interface Dataset {
  readonly level: string
  readonly seed: string
  readonly samples: readonly Sample[]
  readonly splits: Readonly<Record<Split, readonly Sample[]>>
  readonly report: Report
}

export interface BuildOptions {
  /** How many rows in all, traps and their twins among them; 10,000 unless told. */
  readonly count?: number
  /** How many draws one slot may take before its cell counts as exhausted; 10,000 unless told. */
  readonly attempts?: number
}
