import type { LevelSource } from '../loader/loadLevel'

/** A dataset as jobs on a queue describe it: what it takes to draw it on another machine that sees the same folders. */
export interface QueuedDataset {
  /** Tells one run from another: what is left of it is found by it. */
  readonly run: string
  readonly level: string
  readonly source: LevelSource
  /** In decimal digits. */
  readonly seed: string
  readonly count: number
  /** The dataset folder, which all machines see. */
  readonly out: string
  readonly force: boolean
  /** How many shards there are. */
  readonly shards: number
  /** Those of the level where the run was begun: a machine that has another draws nothing. */
  readonly version: string
  readonly plan: string
}

/** One shard of it, from 1. */
export interface ShardTask extends QueuedDataset {
  readonly number: number
}
