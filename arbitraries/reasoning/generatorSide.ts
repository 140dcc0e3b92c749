import type { LevelSpec } from '../../src/model/levelSpec'

/**
 * Part of a level spec that its generator provides. The level adds its name, the oracle, and the data for the dataset
 * checks.
 */
export type GeneratorSide<Q, A> = Pick<
  LevelSpec<Q, A>,
  'question' | 'answer' | 'topics' | 'adversarial' | 'measureDifficulty' | 'canonicalForm'
>
