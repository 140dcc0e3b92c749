import type { Mix } from '../src/model/levelSpec'

/**
 * Returns the proportions of a level: weights of the three categories, and of anything else that should not be even. Every
 * count is within one row of its share.
 *
 * @example
 * mix({ valid: 65, edge_case: 20, adversarial: 15 }, { difficulty: { easy: 1, medium: 2, hard: 3 } })
 */
export const mix = (category: Mix['category'], others: Omit<Mix, 'category'> = {}): Mix => ({ category, ...others })
