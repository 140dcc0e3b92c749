import * as fc from 'fast-check'
import type { FromTwin } from '../../../src/model/levelSpec'
import { fromTwin } from '../../fromTwin'
import type { X86Tool } from '../iced'
import { ANSWERS, programOf } from '../questions'
import { bytesOf, hexOf, printQuestion, type Question } from '../question'
import { readableIn } from './readableIn'

/**
 * Cuts the last instruction short; its own rest completes it, and so does another rest that gives another answer to the
 * very task (a length that can already be told is not missing).
 */
export function incomplete(tool: X86Tool): FromTwin<Question, string, 'incomplete'> {
  const choices = fc.record(
    {
      kept: fc.nat({ max: 13 }),
      changed: fc.nat({ max: 13 }),
      to: fc.integer({ min: 1, max: 255 }),
      more: fc.uint8Array({ minLength: 14, maxLength: 14 }),
    },
    { noNullPrototype: true },
  )
  return fromTwin(choices, ({ question, answer }, { kept, changed, to, more }) => {
    const { instructions } = programOf(question)
    const last = instructions[instructions.length - 1]
    if (last === undefined || last.length < 2 || statesOf(question, instructions.length - 1)) return undefined
    const bytes = bytesOf(question.body)
    const cut = last.offset + 1 + (kept % (last.length - 1))
    const candidate = Uint8Array.from([...bytes, ...more])
    const at = cut + (changed % (bytes.length - cut))
    candidate[at] = (candidate[at] as number) ^ to
    const other = otherCompletion(tool, question, candidate, cut, instructions.length)
    if (other === undefined || other.answer === answer) return undefined
    const printed = (body: Uint8Array): string => printQuestion({ ...question, body: hexOf(body) })
    return { input: printed(bytes.subarray(0, cut)), witness: { completions: [printed(bytes), printed(other.bytes)] } }
  })
}

/** A program of as many instructions out of the first bytes of a candidate, longer than the cut. */
function otherCompletion(tool: X86Tool, question: Question, candidate: Uint8Array, cut: number, count: number) {
  const [bits] = question.isa === 'x86-32' ? ([32] as const) : ([64] as const)
  const decoding = tool.decode(bits, candidate, question.ip)
  const last = decoding.instructions[count - 1]
  if (last === undefined || last.offset + last.length <= cut) return undefined
  const bytes = candidate.slice(0, last.offset + last.length)
  const readings = readableIn(tool, question.isa, bytes, question.ip)
  if (readings === undefined) return undefined
  const answers = new Set(readings.map(instructions => ANSWERS[question.task]({ bytes, instructions })))
  const [answer] = answers
  return answer === undefined || answers.size > 1 || answer.includes('unknown') ? undefined : { bytes, answer }
}

/** Whether the question's statement is about an instruction: a cut one can neither bear it out nor refute it. */
const statesOf = ({ given }: Question, index: number): boolean => given.startsWith(`instruction ${index} `)
