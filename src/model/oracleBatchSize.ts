import type { LevelSpec } from './levelSpec'

const DEFAULT = 64

/** Returns the number of texts that a level's oracle gets per call. */
export const oracleBatchSizeOf = <Q, A>({ oracleBatchSize = DEFAULT }: Pick<LevelSpec<Q, A>, 'oracleBatchSize'>): number => oracleBatchSize
