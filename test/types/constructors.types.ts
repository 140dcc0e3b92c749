/** Uses of the law constructors that must and must not compile; `npm run typecheck` checks them. */
import { assertArbitrary, defineLevel, fc, type Law, type Trap } from 'genesis-datasets'
import { decimal } from 'genesis-datasets/arbitraries'
import {
  agreement,
  exactlyOneAnswer,
  law,
  metamorphic,
  answeredLaw,
  questionLaw,
  trapLaw,
  refusalLaws,
  rejectedBy,
  roundTrip,
} from 'genesis-datasets/laws'
import { sums } from '../../examples/levels/sums'

const itself = (value: number): number => value
const spelled = (value: number): string => String(value)
const alone = (value: number): readonly number[] => [value]
const isSpelled = (value: number, answer: string): boolean => answer === String(value)

type Sum = Parameters<typeof sums.canonicalForm>[0]

/** Compiles: types are inferred from the first function, and a level is all that `refusalLaws` needs. */
export const inferred: Law<number> = roundTrip('decimal.roundTrip', decimal)
export const textLaw: Law<string> = rejectedBy('text.refused', decimal.parse)
export const valueLaw: Law<number> = rejectedBy('number.refused', decimal.parse, (value: number) => `0${value}`)
export const levelLaw: Law<Trap> = refusalLaws(sums).malformed
export const level = defineLevel<Sum, number>({
  ...sums,
  laws: [
    questionLaw(law('question.terms', ({ terms }: Sum) => (terms.length > 1 ? 'holds' : 'notApplicable'))),
    questionLaw(roundTrip('question.reads', sums.question)),
    answeredLaw<Sum, number>(law('answer.positive', ({ answer }) => (answer >= 0 ? 'holds' : { violated: 'negative' }))),
    trapLaw(law('trap.text', ({ input }) => (input === '' ? { violated: 'empty' } : 'holds'))),
  ],
})

// @ts-expect-error a value that is not a text needs a printer
export const textForgotten: Law<number> = rejectedBy('number.refused', decimal.parse)
// @ts-expect-error the two functions must give the same type
export const otherResult = agreement('number.same', itself, spelled)
// @ts-expect-error the relation is missing
export const relationForgotten = metamorphic('number.same', { run: itself, transform: itself })
// @ts-expect-error an answer of another type than the candidates
export const otherAnswer = exactlyOneAnswer('one.right', alone, isSpelled)
// @ts-expect-error a law of questions is not a law of drafts
export const unlifted = defineLevel<Sum, number>({ ...sums, laws: [roundTrip('question.reads', sums.question)] })
// @ts-expect-error a law of another level's questions
export const foreignLaw = defineLevel<Sum, number>({ ...sums, laws: [questionLaw(roundTrip('text.reads', { ...decimal, print: String }))] })
export const draws = (): unknown =>
  // @ts-expect-error texts are not traps
  assertArbitrary(fc.string(), [refusalLaws(sums).onlyOne])
