import type { Manifest } from '../../model/manifest'
import type { Report } from '../../model/report'

/** How the samples came about, and the figures of the whole; these only where the rows were written by split. */
export interface Drawn {
  readonly manifest: Manifest
  readonly report: Report | undefined
}
