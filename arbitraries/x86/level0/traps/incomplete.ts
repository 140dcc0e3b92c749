import * as fc from 'fast-check'
import type { Answered } from '../../../../src/model/draft'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import { opcodeEnd } from '../programs/opcodeEnd'
import { IDLE_SEGMENTS } from '../programs/prefixes'
import type { X86Tool } from '../../iced/iced'
import { answersIn } from '../questions/answersIn'
import { bytesOf, hexOf, printQuestion, type Question } from '../questions/question'
import { originalOf } from '../questions/questions'
import { topicQuestions } from '../questions/shownPrograms'
import { withExtremes } from '../questions/topicEdges'
import { isKept } from './declaredShare'
import { endBeyond } from './endBeyond'
import { remembered } from './remembered'

/**
 * Leaves out the end of the code. Where a question declares its end, that is moved on, so that instructions are missing;
 * elsewhere the last instruction is cut short: its own rest completes it, and so does another rest that gives another answer
 * to the very task (a length that can already be told is not missing).
 */
export function incomplete(tool: X86Tool): FromTwin<Question, string, 'incomplete'> {
  const derive = ({ question }: Answered<Question, string>, { kept, changes, more, share }: Choice) => {
    const { telling, other, program } = originalOf(question)
    const { instructions } = program
    if (question.end !== undefined)
      return isKept(question.task, instructions.length, share) ? endBeyond(question, question.end, other.length) : undefined
    const last = instructions[instructions.length - 1]
    // Endings are compared in every mode that `isa` allows, of which a telling statement has ruled one out.
    if (telling !== undefined || last === undefined || last.length < 2 || statesOf(question, instructions.length - 1)) return undefined
    const bytes = bytesOf(question.body)
    const whole: Ending = { question, ip: question.ip + last.offset, bytes: bytes.subarray(last.offset) }
    const least = opcodeEnd(question.isa === 'x86-64' ? 64 : 32, whole.bytes)[question.task === 'classify' ? 'payload' : 'end']
    if (least >= last.length) return undefined
    const keep = least + (kept % (last.length - least))
    if (isConspicuous(bytes, last.offset + keep) && (more[0] as number) % 4 > 0) return undefined
    const rest = otherEnding(tool, whole, keep, changes, more)
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
    remembered((task, difficulty) => withExtremes(tool, task, difficulty, topicQuestions(tool, task, difficulty))),
  )
}

interface Choice {
  readonly kept: number
  readonly changes: readonly (readonly [at: number, to: number])[]
  readonly more: Uint8Array
  readonly share: number
}

const LONGEST = 15
/** So few bytes hardly any instruction has, and in so few does a program end: where they are left, the cut is seldom made. */
const FEW = 3
const ESCAPE = 0x0f
const isConspicuous = (bytes: Uint8Array, kept: number): boolean => kept < FEW || bytes[kept - 1] === ESCAPE

/** How many changes of the rest are tried: most leave the answer as it is, or cannot be read. */
const TRIES = 8

const CHOICES: fc.Arbitrary<Choice> = fc.record(
  {
    kept: fc.nat({ max: 13 }),
    changes: fc.array(fc.tuple(fc.nat({ max: 13 }), fc.integer({ min: 1, max: 255 })), { minLength: TRIES, maxLength: TRIES }),
    more: fc.uint8Array({ minLength: LONGEST - 1, maxLength: LONGEST - 1 }),
    share: fc.nat({ max: 99 }),
  },
  { noNullPrototype: true },
)

/** The last instruction of a question. */
interface Ending {
  readonly question: Question
  readonly ip: number
  readonly bytes: Uint8Array
}

/** Another instruction that begins with the bytes kept and has another answer. */
function otherEnding(
  tool: X86Tool,
  whole: Ending,
  keep: number,
  changes: readonly (readonly [at: number, to: number])[],
  more: Uint8Array,
): Uint8Array | undefined {
  const answer = answerOf(tool, whole)
  if (answer === undefined) return undefined
  for (const [at, to] of changes) {
    const candidate = Uint8Array.from([...whole.bytes, ...more]).subarray(0, LONGEST)
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

/** What the task answers about one instruction; undefined where modes that are allowed differ, or the decoders may. */
function answerOf(tool: X86Tool, { question, ip, bytes }: Ending): string | undefined {
  // No encoder writes prefixes that change nothing. They stand in what is kept, and move offsets and lengths alike in all answers.
  const start = bytes.findIndex(byte => !IDLE_SEGMENTS.includes(byte))
  const answers = new Set(answersIn(tool, question.isa, question.task, bytes.subarray(Math.max(0, start)), ip))
  const [answer] = answers
  return answers.size === 1 ? answer : undefined
}

/** Whether the question's statement is about an instruction: a cut one can neither bear it out nor refute it. */
const statesOf = ({ given }: Question, index: number): boolean => given.startsWith(`instruction ${index} `)
