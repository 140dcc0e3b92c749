import type { Manifest } from './manifest'
import type { Problem } from './problem'

/** What came of proving the rows of some files. */
export interface Verified {
  /** How the proven rows came about. */
  readonly manifest: Manifest
  readonly verified: number
  /** Rows that do not hold. */
  readonly rejected: number
  /** Lines that are no rows. */
  readonly unreadable: number
  /** The first problems, at most 20; the file of the rejected has all. */
  readonly problems: readonly Problem[]
  /** Flaws of the files that kept no row from being read, and files that were changed since they were made. */
  readonly notes: readonly Problem[]
}
