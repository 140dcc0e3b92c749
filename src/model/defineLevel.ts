import type { LevelSpec } from './levelSpec'

/**
 * Returns the level spec unchanged, with its types checked. Give the types of questions and answers: `defineLevel<Q, A>`. Errors
 * that types cannot show are reported by the first call that uses the level, such as `buildDataset`.
 *
 * @example
 * const level = defineLevel({ ...(await sums()), name: 'harder_sums', mix: mix({ valid: 60, edge_case: 20, adversarial: 20 }) })
 */
export const defineLevel = <Q, A>(spec: LevelSpec<Q, A>): LevelSpec<Q, A> => spec
