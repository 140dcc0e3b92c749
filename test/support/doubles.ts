import { defineLevel, fc, type LevelSpec } from 'genesis-datasets'
import { byDifficulty, decimal, edge, fromTwin, grammar, impossible } from 'genesis-datasets/arbitraries'
import { answer, malformed } from 'genesis-datasets/laws'

const none = impossible('one number has one question')
const TEXT = /^double: (0|[1-9]\d*)$/
const upTo = (max: number): fc.Arbitrary<number> => fc.nat({ max })

/** Spec of the level `doubles`. */
export type Doubles = LevelSpec<number, number>

/** Returns a level of single numbers up to one bound at every difficulty: the simplest value of any fault is known. */
export const doublesUpTo = (max: number): Doubles =>
  defineLevel<number, number>({
    name: 'doubles',
    version: '1.0.0',
    verificationMethod: 'test',
    question: grammar(
      TEXT,
      ([, digits]) => Number(digits),
      number => `double: ${number}`,
    ),
    answer: decimal,
    topics: {
      double: {
        questions: byDifficulty({ easy: upTo(max), medium: upTo(max), hard: upTo(max) }),
        answer: number => 2 * number,
        edges: { round: edge({ easy: upTo(9_999).map(tenth => 10 * tenth) }, number => number % 10 === 0) },
      },
    },
    adversarial: {
      malformed: fromTwin(fc.constantFrom('?', '-'), ({ question }, sign) => ({ input: `double: ${sign}${question}`, witness: { at: 8 } })),
      out_of_scope: none,
      contradictory: none,
      incomplete: none,
      ambiguous: none,
    },
    oracle: inputs =>
      inputs.map(input => {
        const digits = TEXT.exec(input)?.[1]
        return digits === undefined ? malformed(8) : answer(Number(digits) + Number(digits))
      }),
    verifiedBy: ['addition 1.0.0'],
    laws: [],
    measureDifficulty: number => String(number).length,
    canonicalForm: String,
  })

/** The level `doubles` with numbers up to 99,999. */
export const doubles = doublesUpTo(99_999)

/** The same level, whose twins never offer a trap. */
export const doublesWithoutTraps: Doubles = {
  ...doubles,
  adversarial: { ...doubles.adversarial, malformed: fromTwin(fc.constant('?'), () => undefined) },
}
