/** The queue from which all workers take shards. */
export const SHARD_QUEUE = 'genesis-shards'

/** The queue of a run's own merge, which waits for its shards. */
export const mergeQueue = (run: string): string => `genesis-merge-${run}`

/** What is left of a run's shard while it is drawn, beside the shards. */
export const workFolder = (run: string): string => `.work-${run}`
