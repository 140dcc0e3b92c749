import type { LevelSpec } from '../../src/model/levelSpec'

/** The part of a level spec that its generator knows; the oracle, and what it is told apart by, are put beside it by the level. */
export type GeneratorSide<Q, A> = Pick<LevelSpec<Q, A>, 'question' | 'answer' | 'topics' | 'adversarial' | 'difficulty' | 'canonical'>
