import type { LevelSpec } from './levelSpec'

/**
 * A level spec as it is written, with its types checked: name the types of questions and answers, `defineLevel<Q, A>`; what types
 * cannot see, `buildDataset` reports when it is called.
 *
 * @example
 * const level = defineLevel({ ...(await sums()), name: 'harder_sums', mix: mix({ valid: 60, edge_case: 20, adversarial: 20 }) })
 */
export const defineLevel = <Q, A>(spec: LevelSpec<Q, A>): LevelSpec<Q, A> => spec
