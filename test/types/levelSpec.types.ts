/**
 * Code that must not compile, checked by `npm run typecheck`: a directive below is itself an error if the error that it
 * expects does not occur.
 */
import { buildDataset, defineLevel, fc, type LevelSpec, type Sample, streamDataset } from 'genesis-datasets'
import { byDifficulty, edge, fromTwin, grammar, impossible, mix } from 'genesis-datasets/arbitraries'
import { answer, law, malformed, refuse } from 'genesis-datasets/laws'
import { sums } from '../../examples/levels/sums'

type Sum = Parameters<typeof sums.canonicalForm>[0]
const sum: fc.Arbitrary<Sum> = fc.constant({ terms: [], stated: false })
const plain = { questions: byDifficulty({ easy: sum, medium: sum, hard: sum }), answer: () => 0 }
const { malformed: _, ...withoutMalformed } = sums.adversarial
const { oracle: __, ...withoutOracle } = sums

/** A level that compiles. */
export const good: LevelSpec<Sum, number> = defineLevel<Sum, number>({ ...sums, topics: { plain } })
export const row = (dataset: Extract<ReturnType<typeof buildDataset>, { _tag: 'Right' }>): Sample | undefined => dataset.right.samples[0]
export const weights = mix({ valid: 65, edge_case: 20, adversarial: 15 }, { difficulty: { easy: 1, medium: 2, hard: 3 } })

// @ts-expect-error hard is missing
export const difficultyForgotten = byDifficulty({ easy: sum, medium: sum })
// @ts-expect-error there is no such difficulty
export const difficultyInvented = byDifficulty({ easy: sum, medium: sum, hard: sum, extreme: sum })
// @ts-expect-error hard is missing
export const partForgotten = byDifficulty({ easy: 1, medium: 2 }, length => fc.nat(length))
export const questionsForgotten = defineLevel<Sum, number>({
  ...sums,
  // @ts-expect-error hard is missing, without the combinator as well
  topics: { plain: { ...plain, questions: { easy: sum, medium: sum } } },
})
// @ts-expect-error malformed is missing
export const typeForgotten = defineLevel<Sum, number>({ ...sums, adversarial: withoutMalformed })
// @ts-expect-error there is no such type
export const typeInvented = defineLevel<Sum, number>({ ...sums, adversarial: { ...sums.adversarial, tricky: impossible('no') } })
// @ts-expect-error an impossible type has a reason
export const reasonForgotten = impossible()
// @ts-expect-error the oracle is missing
export const oracleForgotten = defineLevel<Sum, number>(withoutOracle)
// @ts-expect-error a category's weight is missing
export const weightForgotten = mix({ valid: 80, adversarial: 15 })
// @ts-expect-error a difficulty's weight is missing
export const difficultyWeightForgotten = mix({ valid: 65, edge_case: 20, adversarial: 15 }, { difficulty: { easy: 1, medium: 2 } })

export const wrongWitness = defineLevel<Sum, number>({
  ...sums,
  adversarial: {
    ...sums.adversarial,
    // @ts-expect-error the witness of another type
    malformed: fromTwin(fc.nat(), () => ({ input: '', witness: { domain: 'product' } })),
  },
})
export const oneCompletion = defineLevel<Sum, number>({
  ...sums,
  adversarial: {
    ...sums.adversarial,
    // @ts-expect-error an incomplete text needs two completions, not one
    incomplete: fromTwin(fc.nat(), () => ({ input: '', witness: { completions: ['one'] } })),
  },
})
export const witnessForgotten = defineLevel<Sum, number>({
  ...sums,
  // @ts-expect-error the witness is missing
  adversarial: { ...sums.adversarial, malformed: fromTwin(fc.nat(), () => ({ input: '' })) },
})
export const ambiguousWithReadings = defineLevel<Sum, number>({
  ...sums,
  adversarial: { ...sums.adversarial, ambiguous: fromTwin(fc.nat(), () => ({ input: '', witness: { readings: ['one', 'other'] } })) },
})
export const wrongQuestions = defineLevel<Sum, number>({
  ...sums,
  // @ts-expect-error arbitraries of something else than questions
  topics: { plain: { ...plain, questions: byDifficulty({ easy: fc.nat(), medium: fc.nat(), hard: fc.nat() }) } },
})
// @ts-expect-error an answer of another type
export const wrongAnswer = defineLevel<Sum, number>({ ...sums, topics: { plain: { ...plain, answer: () => 'zero' } } })
// @ts-expect-error an oracle of another type of answers
export const wrongOracle = defineLevel<Sum, number>({ ...sums, oracle: inputs => inputs.map(input => answer(input)) })
// @ts-expect-error an oracle is synchronous
export const slowOracle = defineLevel<Sum, number>({ ...sums, oracle: async inputs => inputs.map(() => answer(0)) })
// @ts-expect-error a predicate of something else than questions
export const wrongEdge = edge<Sum>({ easy: sum }, (question: string) => question === '')
// @ts-expect-error a format that prints something else than it reads
export const wrongFormat = grammar<number>(/\d+/, ([digits]) => digits, String)
// @ts-expect-error there is no such outcome
export const wrongOutcome = law('sum.any', () => 'passes')
// @ts-expect-error malformed needs a position, in a verdict made by malformed()
export const placeForgotten = refuse('malformed')
// @ts-expect-error a place is a number
export const wrongPlace = malformed('at the start')
// @ts-expect-error there is no such method
export const wrongMethod = defineLevel<Sum, number>({ ...sums, verificationMethod: 'guess' })

// @ts-expect-error a seed is a number or a bigint
export const wrongSeed = buildDataset(sums, '42')
// @ts-expect-error a count is a number
export const wrongCount = buildDataset(sums, 42, { count: '10' })
// @ts-expect-error there is no such option
export const wrongOption = streamDataset(sums, 42, { rows: 10 })
export function changedRow(sample: Sample): void {
  // @ts-expect-error a row cannot be changed
  sample.input = 'another'
}
