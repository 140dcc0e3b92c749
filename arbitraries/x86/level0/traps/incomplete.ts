import * as fc from 'fast-check'
import type { Answered } from '../../../../src/model/draft'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import { opcodeEnd } from '../programs/opcodeEnd'
import { IDLE_SEGMENTS } from '../programs/prefixes'
import type { X86Tool } from '../../iced/iced'
import { answersIn } from '../questions/answersIn'
import { bytesOf, hexOf, printQuestion, type Level0Question } from '../questions/question'
import { requireOrigin } from '../questions/questions'
import { topicQuestions } from '../questions/shownPrograms'
import { withExtremes } from '../questions/topicEdges'
import { becomesTrap } from './declaredShare'
import { endBeyond } from './endBeyond'
import { memoizeTwins } from './memoizeTwins'

/**
 * Removes the end of the code. If a question declares its end, the end moves further so that instructions are missing.
 * Otherwise the last instruction is cut: its own rest completes it, and so does another rest with a different answer to the
 * same task. (For example, a length that the kept bytes determine is not missing.)
 */
export function incomplete(tool: X86Tool): FromTwin<Level0Question, string, 'incomplete'> {
  const derive = ({ question }: Answered<Level0Question, string>, { keptBytes, changes, more, share }: Choice) => {
    const { modeStatement, other, program } = requireOrigin(question)
    const { instructions } = program
    if (question.end !== undefined)
      return becomesTrap(question.task, instructions.length, share) ? endBeyond(question, question.end, other.length) : undefined
    const last = instructions[instructions.length - 1]
    // Endings are compared in every mode that `isa` allows, but a mode statement rules one of them out.
    if (modeStatement !== undefined || last === undefined || last.length < 2 || isStatementAbout(question, instructions.length - 1))
      return undefined
    const bytes = bytesOf(question.body)
    const whole: Ending = { question, ip: question.ip + last.offset, bytes: bytes.subarray(last.offset) }
    const minKept = opcodeEnd(question.isa === 'x86-64' ? 64 : 32, whole.bytes)[question.task === 'classify' ? 'payload' : 'end']
    if (minKept >= last.length) return undefined
    const keep = minKept + (keptBytes % (last.length - minKept))
    if (isConspicuous(bytes, last.offset + keep) && (more[0] as number) % 4 > 0) return undefined
    const rest = findOtherEnding(tool, whole, keep, changes, more)
    if (rest === undefined) return undefined
    const printed = (...parts: readonly Uint8Array[]): string =>
      printQuestion({ ...question, body: hexOf(Uint8Array.from(parts.flatMap(part => [...part]))) })
    const head = bytes.subarray(0, last.offset)
    return {
      input: printed(head, whole.bytes.subarray(0, keep)),
      witness: { completions: [printed(bytes), printed(head, rest)] as const },
    }
  }
  return fromTwin(
    CHOICES,
    derive,
    memoizeTwins((task, difficulty) => withExtremes(tool, task, difficulty, topicQuestions(tool, task, difficulty))),
  )
}

interface Choice {
  readonly keptBytes: number
  readonly changes: readonly (readonly [at: number, to: number])[]
  readonly more: Uint8Array
  readonly share: number
}

const MAX_INSTRUCTION_BYTES = 15
/** Minimum number of kept bytes that is common for an instruction or the end of a program. With fewer bytes, most cuts are discarded. */
const MIN_INCONSPICUOUS_BYTES = 3
const ESCAPE = 0x0f
const isConspicuous = (bytes: Uint8Array, keptBytes: number): boolean =>
  keptBytes < MIN_INCONSPICUOUS_BYTES || bytes[keptBytes - 1] === ESCAPE

/** Number of changes of the rest to try. Most of them do not change the answer, or cannot be read. */
const MAX_CHANGES = 8

const CHOICES: fc.Arbitrary<Choice> = fc.record(
  {
    keptBytes: fc.nat({ max: 13 }),
    changes: fc.array(fc.tuple(fc.nat({ max: 13 }), fc.integer({ min: 1, max: 255 })), { minLength: MAX_CHANGES, maxLength: MAX_CHANGES }),
    more: fc.uint8Array({ minLength: MAX_INSTRUCTION_BYTES - 1, maxLength: MAX_INSTRUCTION_BYTES - 1 }),
    share: fc.nat({ max: 99 }),
  },
  { noNullPrototype: true },
)

/** Last instruction of a question. */
interface Ending {
  readonly question: Level0Question
  readonly ip: number
  readonly bytes: Uint8Array
}

/** Returns another instruction that begins with the kept bytes and has a different answer, or undefined if none is found. */
function findOtherEnding(
  tool: X86Tool,
  whole: Ending,
  keep: number,
  changes: readonly (readonly [at: number, to: number])[],
  more: Uint8Array,
): Uint8Array | undefined {
  const answer = answerOf(tool, whole)
  if (answer === undefined) return undefined
  for (const [at, to] of changes) {
    const candidate = Uint8Array.from([...whole.bytes, ...more]).subarray(0, MAX_INSTRUCTION_BYTES)
    const changed = keep + (at % (whole.bytes.length - keep))
    candidate[changed] = (candidate[changed] as number) ^ to
    const length = tool.lengthOf(whole.question.isa === 'x86-32' ? 32 : 64, candidate)
    if (length === undefined || length <= keep) continue
    const bytes = candidate.slice(0, length)
    const other = answerOf(tool, { ...whole, bytes })
    if (other !== undefined && other !== answer) return bytes
  }
  return undefined
}

/** Returns the task's answer for one instruction, or undefined if the allowed modes differ or the decoders may. */
function answerOf(tool: X86Tool, { question, ip, bytes }: Ending): string | undefined {
  // No encoder writes prefixes without effect. They are in the kept bytes and shift offsets and lengths equally in all answers.
  const start = bytes.findIndex(byte => !IDLE_SEGMENTS.includes(byte))
  const answers = new Set(answersIn(tool, question.isa, question.task, bytes.subarray(Math.max(0, start)), ip))
  const [answer] = answers
  return answers.size === 1 ? answer : undefined
}

/** Returns true if the question's statement is about an instruction. A cut instruction can neither confirm nor refute it. */
const isStatementAbout = ({ given }: Level0Question, index: number): boolean => given.startsWith(`instruction ${index} `)
