import type { DatasetFigures } from '../../model/figures'
import type { Counts } from '../../model/report'
import type { Leaks } from './leaks/leakTally'

/** What the laws of a dataset are decided by: counted from the finished rows alone, not from what the build meant to do. */
export interface DatasetMeasurements {
  readonly rows: number
  readonly verified: number
  readonly completeMetadata: number
  readonly consistent: number
  readonly cells: ReadonlyMap<string, number>
  readonly trapsBySplit: Counts
  readonly split: Counts
  readonly leaks: Leaks
  readonly figures: DatasetFigures
}
