import { fc } from 'genesis-datasets'
import { byDifficulty, edge } from 'genesis-datasets/arbitraries'
import { cannotJudge } from 'genesis-datasets/laws'
import { sums } from 'genesis-datasets/levels'

type Sum = Parameters<typeof sums.canonical>[0]

const sumOf = (terms: fc.Arbitrary<number[]>): fc.Arbitrary<Sum> => fc.record({ terms, stated: fc.boolean() }, { noNullPrototype: true })
const termsOf = (length: number) => fc.array(fc.nat(12), { minLength: length, maxLength: length })
const LENGTHS = { easy: 3, medium: 4, hard: 5 }

/**
 * The level `sums` with terms up to 12, so that duplicates and sums that differ only in the order of terms are common,
 * and with an oracle that does not judge multiples of 7.
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
  oracle: inputs =>
    sums
      .oracle(inputs)
      .map(verdict => (verdict._tag === 'Answer' && verdict.canonical % 7 === 0 ? cannotJudge('a multiple of 7') : verdict)),
}
