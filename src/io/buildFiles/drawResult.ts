import type { Manifest } from '../../model/manifest'
import type { Report } from '../../model/report'

/** Result of drawing a dataset: the manifest of its samples and, only if the splits were written, the report of the dataset. */
export interface DrawResult {
  readonly manifest: Manifest
  readonly report: Report | undefined
}
