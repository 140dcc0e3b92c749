/** How far a step is, in rows. */
export interface Progress {
  readonly step: 'generate' | 'merge' | 'verify' | 'split' | 'report' | 'page' | 'grade' | 'export'
  readonly done: number
  /** Undefined where it is not known. */
  readonly total: number | undefined
}

/** What every call that works on files takes. */
export interface RunOptions {
  /** Called now and then, about twenty times a second. */
  readonly onProgress?: (progress: Progress) => void
  /** Ends the run at the next row, with the problem `Interrupted`; the same call goes on from there. */
  readonly signal?: AbortSignal
  /** How many rows are drawn or proven again at most after a run that was killed; 10,000 unless told. */
  readonly checkpointEvery?: number
}

export const CHECKPOINT_EVERY = 10_000
