import { type AdversarialType, type TrapGenerator, fc, type LevelSpec, type Topic } from 'genesis-datasets'
import { byDifficulty, edge, impossible } from 'genesis-datasets/arbitraries'
import { sums } from '../../examples/levels/sums'

export type Sum = Parameters<typeof sums.canonicalForm>[0]
export type Sums = LevelSpec<Sum, number>

export const totalOf = ({ terms }: Sum): number => terms.reduce((sum, term) => sum + term, 0)

export const pairsUpTo = (max: number): fc.Arbitrary<Sum> =>
  fc.record({ terms: fc.array(fc.nat(max), { minLength: 2, maxLength: 2 }), stated: fc.boolean() }, { noNullPrototype: true })

const zeroAnd = (max: number): fc.Arbitrary<Sum> =>
  fc.record({ terms: fc.nat(max).map(term => [0, term]), stated: fc.boolean() }, { noNullPrototype: true })

const same = <T>(part: T) => byDifficulty({ easy: part, medium: part, hard: part })

/** The level `sums` with two terms at every difficulty, so that the simplest counterexample does not depend on the cell. */
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

/** The level with some of its parts replaced by faulty ones. */
export const faulty = (parts: Partial<Sums>, max?: number): Sums => ({ ...pairSums(max), ...parts })

/** The level with some parts of its topic replaced by faulty ones. */
export function faultyTopic(parts: Partial<Topic<Sum, number>>): Sums {
  const { topics, ...level } = pairSums()
  return { ...level, topics: { plain: { ...(topics.plain as Topic<Sum, number>), ...parts } } }
}

/** The level with traps of one type alone, made by this adversary. */
export function onlyTraps<T extends AdversarialType>(type: T, adversary: TrapGenerator<Sum, number, T>): Sums {
  const none = impossible('not in this test')
  const others = { out_of_scope: none, malformed: none, contradictory: none, incomplete: none, ambiguous: none }
  return faulty({ adversarial: { ...others, [type]: adversary } })
}

export const printed = (sum: Sum): string => sums.question.print(sum)
