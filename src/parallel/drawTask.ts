import type { LevelSource } from '../loader/loadLevel'

/** Task of a worker: the dataset, and the positions of the units to draw, from `start` to `end`, exclusive. */
export interface DrawTask {
  readonly source: LevelSource
  /** Seed in decimal digits. */
  readonly seed: string
  readonly count: number
  /** Name of the level on the calling thread. A worker whose level has another name, version or plan draws nothing. */
  readonly level: string
  /** Version of the level on the calling thread. */
  readonly version: string
  /** Digest of the plan on the calling thread. */
  readonly plan: string
  readonly start: number
  readonly end: number
}
