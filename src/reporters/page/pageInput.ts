import type { SplitSample } from '../../model/dataset'
import type { MutationReport } from '../../model/mutation'
import type { Report } from '../../model/report'

/** Input of a report page. */
export interface PageInput {
  readonly report: Report
  /** Result of testing the verifiers with wrong labels; `mutatedRows` is the number of rows that were used. */
  readonly mutation: MutationReport
  readonly mutatedRows: number
  /** Rows shown on the page: all, or an even sample. */
  readonly rows: readonly SplitSample[]
  /** Name and version of this package, which makes the page. */
  readonly software: string
  /** Name and version of the package that made the rows. */
  readonly madeWith: string
  /** Tools with their versions that confirmed the rows. */
  readonly verifiedBy: readonly string[]
}
