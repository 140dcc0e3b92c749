import { type AdversarialType, type TrapGenerator, fc, type LevelSpec, type Topic } from 'genesis-datasets'
import { byDifficulty, edge, impossible } from 'genesis-datasets/arbitraries'
import { sums } from '../../examples/levels/sums'

/** Question of the level `sums`. */
export type Sum = Parameters<typeof sums.canonicalForm>[0]
/** Spec of the level `sums`. */
export type Sums = LevelSpec<Sum, number>

/** Adds the terms of a sum. */
export const totalOf = ({ terms }: Sum): number => terms.reduce((sum, term) => sum + term, 0)

/** Draws sums of two terms up to `max`. */
export const pairsUpTo = (max: number): fc.Arbitrary<Sum> =>
  fc.record({ terms: fc.array(fc.nat(max), { minLength: 2, maxLength: 2 }), stated: fc.boolean() }, { noNullPrototype: true })

const zeroAnd = (max: number): fc.Arbitrary<Sum> =>
  fc.record({ terms: fc.nat(max).map(term => [0, term]), stated: fc.boolean() }, { noNullPrototype: true })

const same = <T>(part: T) => byDifficulty({ easy: part, medium: part, hard: part })

/** Returns the level `sums` with two terms at every difficulty, so that the simplest counterexample is the same in every cell. */
export const pairSums = (max = 99_999): Sums => ({
  ...sums,
  name: 'pair_sums',
  topics: {
    plain: {
      questions: same(pairsUpTo(max)),
      answer: totalOf,
      edges: { zero: edge(same(zeroAnd(max)), ({ terms }) => terms.includes(0)) },
    },
  },
})

/** Returns the level with faulty parts. */
export const withFaultyParts = (parts: Partial<Sums>, max?: number): Sums => ({ ...pairSums(max), ...parts })

/** Returns the level with faulty parts of its topic. */
export function withFaultyTopic(parts: Partial<Topic<Sum, number>>): Sums {
  const { topics, ...level } = pairSums()
  return { ...level, topics: { plain: { ...(topics.plain as Topic<Sum, number>), ...parts } } }
}

/** Returns the level with traps of one type, made by this generator. */
export function onlyTraps<T extends AdversarialType>(type: T, trapGenerator: TrapGenerator<Sum, number, T>): Sums {
  const none = impossible('not in this test')
  const others = { out_of_scope: none, malformed: none, contradictory: none, incomplete: none, ambiguous: none }
  return withFaultyParts({ adversarial: { ...others, [type]: trapGenerator } })
}

/** Prints a sum as the level does. */
export const printSum = (sum: Sum): string => sums.question.print(sum)
