import type { LevelSource } from '../loader/loadLevel'

/** A part of a dataset for a worker to draw: what it takes to know the dataset, and the places of the units. */
export interface DrawTask {
  readonly source: LevelSource
  /** In decimal digits. */
  readonly seed: string
  readonly count: number
  /** The name, the version and the plan that the level has where the task comes from: a worker that finds another level draws nothing. */
  readonly level: string
  readonly version: string
  readonly plan: string
  readonly start: number
  readonly end: number
}
