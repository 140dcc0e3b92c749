import type { Manifest } from './manifest'
import type { Problem } from './problem'

/** Result of verifying the rows of some files. */
export interface VerifyResult {
  /** Manifest of the verified rows. */
  readonly manifest: Manifest
  /** Number of rows verified. */
  readonly verified: number
  /** Number of rows rejected. */
  readonly rejected: number
  /** Number of lines that are not rows. */
  readonly unreadable: number
  /** The first 20 problems at most; the file of rejected rows has all of them. */
  readonly problems: readonly Problem[]
  /** Flaws of the files that hid no row, such as a byte order mark, and files changed since they were written. */
  readonly notes: readonly Problem[]
}
