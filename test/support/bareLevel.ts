import {
  type TrapGenerators,
  type AdversarialType,
  defineLevel,
  fc,
  type Format,
  type LevelSpec,
  type Mix,
  type Topic,
} from 'genesis-datasets'
import { byDifficulty, decimal, fromTwin } from 'genesis-datasets/arbitraries'
import { cannotJudge } from 'genesis-datasets/laws'

const nothing = fc.constant(0)
const noTrap = <T extends AdversarialType>() => fromTwin<number, number, T, number>(nothing, () => undefined)

/** Trap generators of all types that never give a trap: enough for a plan. */
export const NO_TRAPS: TrapGenerators<number, number> = {
  out_of_scope: noTrap(),
  malformed: noTrap(),
  contradictory: noTrap(),
  incomplete: noTrap(),
  ambiguous: noTrap(),
}

/** Returns a topic for tests of planning. */
export const bareTopic = (parts: Partial<Topic<number, number>> = {}): Topic<number, number> => ({
  questions: byDifficulty({ easy: nothing, medium: nothing, hard: nothing }),
  answer: question => question,
  ...parts,
})

/** Returns a level for tests of planning. */
export const bareLevel = (topics: Readonly<Record<string, Topic<number, number>>>, mix?: Mix): LevelSpec<number, number> =>
  defineLevel({
    name: 'bare',
    version: '1.0.0',
    verificationMethod: 'test',
    question: decimal satisfies Format<number>,
    answer: decimal,
    topics,
    adversarial: NO_TRAPS,
    oracle: inputs => inputs.map(() => cannotJudge('nothing to judge')),
    verifiedBy: ['nothing'],
    laws: [],
    measureDifficulty: question => question,
    canonicalForm: String,
    ...(mix === undefined ? {} : { mix }),
  })
