import type { DatasetFigures } from '../../model/figures'
import type { Counts } from '../../model/report'
import type { Leaks } from './leaks/leakTally'

/** Measurements that decide the dataset checks. They are counted from the finished rows alone, not from the build's intentions. */
export interface DatasetMeasurements {
  readonly rows: number
  /** Rows that are verified, and name laws and tools. */
  readonly verified: number
  readonly completeMetadata: number
  /** Rows of the right format, in order of id. */
  readonly consistent: number
  /** Rows by cell name. */
  readonly cells: ReadonlyMap<string, number>
  readonly trapsBySplit: Counts
  readonly split: Counts
  readonly leaks: Leaks
  readonly figures: DatasetFigures
}
