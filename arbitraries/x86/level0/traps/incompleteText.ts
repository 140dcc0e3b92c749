import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import { otherOperand } from '../questions/namedOperands'
import { printQuestion, type Level0Question } from '../questions/question'
import { becomesTrap } from './declaredShare'

interface Choice {
  readonly other: number
  /** Difference between the declared number and the number in the text. */
  readonly off: number
  readonly share: number
}

const CHOICES: fc.Arbitrary<Choice> = fc.record(
  { other: fc.nat({ max: 125 }), off: fc.integer({ min: 1, max: 9 }), share: fc.nat({ max: 99 }) },
  { noNullPrototype: true },
)

/**
 * Declares a number other than the number in the text. If the text has none, removes the last operand of the last
 * instruction. Either way, another register or another number completes the text as well.
 */
export function incompleteText(): FromTwin<Level0Question, string, 'incomplete'> {
  return fromTwin(CHOICES, ({ question }, choice) =>
    question.where === '' ? removeLastOperand(question, choice) : declareOtherNumber(question, choice),
  )
}

function declareOtherNumber(question: Level0Question, { other, off, share }: Choice) {
  const [number = '', operand = ''] = question.where.split(' = ')
  const another = otherOperand(operand, other)
  if (another === undefined || !becomesTrap('encode', question.body.split('; ').length, share)) return undefined
  const declared = `${(Number(number) + off) % 10} = ${operand}`
  const printWith = (where: string): string => printQuestion({ ...question, where })
  return {
    input: printWith(declared),
    witness: { completions: [printWith(`${declared}, ${question.where}`), printWith(`${declared}, ${number} = ${another}`)] as const },
  }
}

/** Removes the last operand of the last instruction, except of `imul`, whose remainder could be complete. */
function removeLastOperand(question: Level0Question, { other }: Choice) {
  const [, head, operand = ''] = /^((?:.*; )?(?!imul )[^;]+), ([^;,]+)$/.exec(question.body) ?? []
  const another = otherOperand(operand, other)
  if (head === undefined || another === undefined || question.given.startsWith(`instruction ${question.body.split('; ').length - 1} `))
    return undefined
  const printed = (body: string): string => printQuestion({ ...question, body })
  return { input: printed(head), witness: { completions: [printed(question.body), printed(`${head}, ${another}`)] as const } }
}
