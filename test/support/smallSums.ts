import { fc } from 'genesis-datasets'
import { byDifficulty, edge, fromTwin } from 'genesis-datasets/arbitraries'
import { cannotJudge } from 'genesis-datasets/laws'
import { sums } from '../../examples/levels/sums'

type Sum = Parameters<typeof sums.canonicalForm>[0]

const { print } = sums.question
const sumOf = (terms: fc.Arbitrary<number[]>): fc.Arbitrary<Sum> => fc.record({ terms, stated: fc.boolean() }, { noNullPrototype: true })
const termsOf = (length: number) => fc.array(fc.nat(12), { minLength: length, maxLength: length })
const LENGTHS = { easy: 3, medium: 4, hard: 5 }

/**
 * The level `sums` with terms up to 12, so that duplicates and sums that differ only in the order of terms are common.
 * Its oracle does not judge multiples of 7, and its contradictory traps parse as another sum than their twin.
 */
export const smallSums: typeof sums = {
  ...sums,
  name: 'small_sums',
  topics: {
    plain: {
      ...sums.topics.plain,
      questions: byDifficulty(LENGTHS, length => sumOf(termsOf(length))),
      answer: ({ terms }) => terms.reduce((sum, term) => sum + term, 0),
      edges: {
        zero: edge(
          byDifficulty(LENGTHS, length => sumOf(termsOf(length - 1).map(terms => [0, ...terms]))),
          ({ terms }) => terms.includes(0),
        ),
      },
    },
  },
  adversarial: {
    ...sums.adversarial,
    contradictory: fromTwin(fc.integer({ min: 1, max: 9 }), ({ question: { terms, stated } }, more) => {
      const changed = terms.with(-1, (terms.at(-1) as number) + more)
      const text = print({ terms: changed, stated: false })
      return stated
        ? { input: print({ terms, stated }).replace(print({ terms, stated: false }), text), witness: { without: [text] } }
        : undefined
    }),
  },
  oracle: inputs =>
    sums
      .oracle(inputs)
      .map(verdict => (verdict._tag === 'Answer' && verdict.canonical % 7 === 0 ? cannotJudge('a multiple of 7') : verdict)),
}
