import type { LevelSpec } from './model/levelSpec'

/**
 * A level spec as it is written, with its types checked and its parts' types inferred from `Q` and `A`; what types
 * cannot see, `buildDataset` reports when it is called.
 *
 * @example
 * const level = defineLevel<Sum, number>({ name: 'sums', version: '1.0.0', ... })
 */
export const defineLevel = <Q, A>(spec: LevelSpec<Q, A>): LevelSpec<Q, A> => spec
