import type { LevelSpec } from '../../src/model/levelSpec'

/** The part of a level spec that its generator knows. The level adds its name, the oracle, and what the dataset checks need. */
export type GeneratorSide<Q, A> = Pick<LevelSpec<Q, A>, 'question' | 'answer' | 'topics' | 'adversarial' | 'difficulty' | 'canonical'>
