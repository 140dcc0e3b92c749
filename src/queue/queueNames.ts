/** Name of the queue from which all workers take shards. */
export const SHARD_QUEUE = 'genesis-shards'

/** Returns the name of the queue for the merge of a run. It belongs to this run alone. */
export const mergeQueue = (run: string): string => `genesis-merge-${run}`

/** Returns the prefix of the temporary folders in which a run's shards are drawn, beside the shards. */
export const workFolder = (run: string): string => `.work-${run}`
