import type { LevelSource } from '../loader/loadLevel'

/** Dataset as a job on a queue describes it: all that a machine with the same folders needs to draw it. */
export interface QueuedDataset {
  /** Unique id of the run, by which its jobs and temporary folders are found. */
  readonly run: string
  readonly level: string
  readonly source: LevelSource
  /** Seed in decimal digits. */
  readonly seed: string
  readonly count: number
  /** Dataset folder, which all machines must share. */
  readonly out: string
  /** True to replace a dataset of another seed, count or version. */
  readonly force: boolean
  /** Total number of shards. */
  readonly shards: number
  /** Version of the level on the machine that started the run. A worker with another version or plan draws nothing. */
  readonly version: string
  /** Digest of the plan on the machine that started the run. */
  readonly plan: string
}

/** Task to draw one shard of a dataset; `number` starts at 1. */
export interface ShardTask extends QueuedDataset {
  readonly number: number
}
