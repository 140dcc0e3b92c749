/** Progress of a step, in rows. */
export interface Progress {
  readonly step: 'generate' | 'merge' | 'verify' | 'split' | 'report' | 'page' | 'grade' | 'export'
  readonly done: number
  /** Total number of rows; undefined if it is not known. */
  readonly total: number | undefined
}

/** Options of every call that works on files. */
export interface FileRunOptions {
  /** Callback for progress, called about twenty times a second. */
  readonly onProgress?: (progress: Progress) => void
  /** Signal that ends the run at the next row, with the problem `Interrupted`. The same call then resumes the run. */
  readonly signal?: AbortSignal
  /** Maximum number of rows that are drawn or proven again after a killed run. @defaultValue 10_000 */
  readonly checkpointEvery?: number
}

/** Default of `checkpointEvery`, in rows. */
export const DEFAULT_CHECKPOINT_EVERY = 10_000
