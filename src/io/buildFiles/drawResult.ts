import type { Manifest } from '../../model/manifest'
import type { Report } from '../../model/report'

/** Result of drawing a dataset: the manifest of its samples and, only if the splits were written, the report of the dataset. */
export interface DrawResult {
  readonly manifest: Manifest
  readonly report: Report | undefined
  /** True if the dataset already existed, so that rows and report are the results of the previous run. */
  readonly isReused: boolean
}
