import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import { otherOperand } from '../questions/namedOperands'
import { printQuestion, type Question } from '../questions/question'
import { isKept } from './declaredShare'

interface Choice {
  readonly other: number
  /** How far the number that is told lies from the one that is asked for. */
  readonly off: number
  readonly share: number
}

const CHOICES: fc.Arbitrary<Choice> = fc.record(
  { other: fc.nat({ max: 125 }), off: fc.integer({ min: 1, max: 9 }), share: fc.nat({ max: 99 }) },
  { noNullPrototype: true },
)

/**
 * Tells another number than the one that stands in the text; where none does, leaves out the last operand of the last
 * instruction. Another register, or another number, would have done as well.
 */
export function incompleteText(): FromTwin<Question, string, 'incomplete'> {
  return fromTwin(CHOICES, ({ question }, choice) => (question.where === '' ? cutShort(question, choice) : untold(question, choice)))
}

function untold(question: Question, { other, off, share }: Choice) {
  const [number = '', operand = ''] = question.where.split(' = ')
  const another = otherOperand(operand, other)
  if (another === undefined || !isKept('encode', question.body.split('; ').length, share)) return undefined
  const told = `${(Number(number) + off) % 10} = ${operand}`
  const telling = (where: string): string => printQuestion({ ...question, where })
  return {
    input: telling(told),
    witness: { completions: [telling(`${told}, ${question.where}`), telling(`${told}, ${number} = ${another}`)] as const },
  }
}

/** What is left of `imul` could stand alone. */
function cutShort(question: Question, { other }: Choice) {
  const [, head, operand = ''] = /^((?:.*; )?(?!imul )[^;]+), ([^;,]+)$/.exec(question.body) ?? []
  const another = otherOperand(operand, other)
  if (head === undefined || another === undefined || question.given.startsWith(`instruction ${question.body.split('; ').length - 1} `))
    return undefined
  const printed = (body: string): string => printQuestion({ ...question, body })
  return { input: printed(head), witness: { completions: [printed(question.body), printed(`${head}, ${another}`)] as const } }
}
