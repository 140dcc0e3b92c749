import type { Counts } from '../../model/report'

/** What the quality checks are decided by: counted from the finished rows alone, not from what the build meant to do. */
export interface Facts {
  readonly rows: number
  readonly verified: number
  readonly duplicates: number
  readonly leaks: number
  readonly completeMetadata: number
  readonly consistent: number
  readonly cells: ReadonlyMap<string, number>
  readonly adversarialIn: Counts
  readonly split: Counts
}
