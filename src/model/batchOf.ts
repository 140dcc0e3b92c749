import type { LevelSpec } from './levelSpec'

const USUAL = 64

/** How many draws or rows the oracle of a level is asked about at once. */
export const batchOf = <Q, A>({ batch = USUAL }: Pick<LevelSpec<Q, A>, 'batch'>): number => batch
