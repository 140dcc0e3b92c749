// Defines a level in one file, checks it as a unit test does, and builds a dataset.
import { assertLevel, buildDataset, defineLevel, fc, renderCheck, renderError } from 'genesis-datasets'
import { byDifficulty, decimal, edge, fromTwin, grammar, impossible } from 'genesis-datasets/arbitraries'
import { answer, malformed } from 'genesis-datasets/laws'

const TEXT = /^double: (0|[1-9]\d*)$/
const print = (number: number): string => `double: ${number}`
const BOUNDS = { easy: 9_999, medium: 999_999, hard: 99_999_999 }
const none = impossible('one number leaves one question')

const doubles = defineLevel<number, number>({
  name: 'doubles',
  version: '1.0.0',
  verificationMethod: 'test',
  question: grammar(TEXT, ([, digits]) => Number(digits), print),
  answer: decimal,
  topics: {
    double: {
      questions: byDifficulty(BOUNDS, max => fc.nat({ max })),
      answer: number => 2 * number,
      edges: {
        round: edge(
          byDifficulty(BOUNDS, max => fc.nat({ max }).map(tenth => 10 * tenth)),
          number => number % 10 === 0,
        ),
      },
    },
  },
  adversarial: {
    malformed: fromTwin(fc.constantFrom('-', '?'), ({ question }, sign) => ({ input: `double: ${sign}${question}`, witness: { at: 8 } })),
    out_of_scope: none,
    contradictory: none,
    incomplete: none,
    ambiguous: none,
  },
  oracle: inputs => inputs.map(judge),
  verifiedBy: ['addition 1.0.0'],
  laws: [],
  measureDifficulty: number => String(number).length,
  canonicalForm: String,
})

/** Judges a text by addition. The generator multiplies, so the two methods are independent. */
function judge(input: string) {
  const number = Number(TEXT.exec(input)?.[1] ?? Number.NaN)
  return Number.isNaN(number) ? malformed<number>(8) : answer(number + number)
}

console.log(renderCheck(assertLevel(doubles, { seed: 42, runs: 1_000 })))
const built = buildDataset(doubles, 42, { count: 1_000 })
if (built._tag === 'Left') throw new Error(renderError(built.left))
console.log(`${built.right.samples.length} rows, ${built.right.splits.train.length} of them for training`)
