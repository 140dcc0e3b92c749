import type { SplitSample } from '../../model/dataset'
import type { MutationReport } from '../../model/mutation'
import type { Report } from '../../model/report'

/** All that a report page tells. */
export interface PageInput {
  readonly report: Report
  /** What the verifiers made of wrong labels of some of the rows, and how many rows these were. */
  readonly mutation: MutationReport
  readonly mutatedRows: number
  /** The rows to look at: all, or an even sample of them. */
  readonly rows: readonly SplitSample[]
  /** This package with its version, which makes the page. */
  readonly software: string
  /** What made the rows. */
  readonly madeWith: string
  /** The tools that confirmed the rows. */
  readonly verifiedBy: readonly string[]
}
