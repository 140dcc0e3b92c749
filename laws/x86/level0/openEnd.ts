import type { Disassembler } from '../capstone/capstone'
import { completionsOf } from '../capstone/completions'
import { LONGEST, readProgram } from '../capstone/readProgram'
import { type BytesInput, taskAnswer } from './taskAnswer'

/** Instructions of one byte: `clc`, `ret`, `push rax`. They differ in everything but their length. */
const SHORT = [[0xf8], [0xc3], [0x50]] as const
/** `xor eax, eax`, of two bytes. */
const LONGER = [0x31, 0xc0] as const

/** More need not be looked at: two ways to go on that differ in so many bytes can go on alike behind them. */
const MOST = 2 * LONGEST

/** Where in one mode the instructions end that are there in full. */
export interface CutAt {
  readonly mode: 32 | 64
  readonly at: number
}

/**
 * Whether the end that is missing decides the answer: two programs that begin with the bytes given, and have as many as are
 * declared, have different answers, the same in each mode that is allowed. Nothing but what the task asks about counts: a
 * length that can be told although bytes are missing is not open.
 *
 * @param cuts the modes that are allowed
 */
export function isOpenEnded(disassembler: Disassembler, input: BytesInput, cuts: readonly CutAt[]): boolean {
  // What stands before the cut is the same in all answers of one mode, but the modes may differ there.
  const from = cuts.length === 1 ? (cuts[0]?.at ?? 0) : 0
  const answers = new Set<string>()
  for (const { mode, at } of cuts)
    for (const rest of restsOf(disassembler, input, mode, at)) {
      const tail = Uint8Array.from([...input.bytes.subarray(from), ...rest])
      const answer = onlyAnswerOf(disassembler, input, cuts, tail, input.ip + from)
      if (answer !== undefined) answers.add(answer)
      if (answers.size > 1) return true
    }
  return false
}

/** What the task answers about bytes, where all modes that are allowed agree. */
function onlyAnswerOf(
  disassembler: Disassembler,
  input: BytesInput,
  cuts: readonly CutAt[],
  bytes: Uint8Array,
  ip: number,
): string | undefined {
  const answers = new Set<string | undefined>()
  for (const { mode } of cuts) {
    const program = readProgram(disassembler, mode, bytes, ip)
    const answer = program._tag === 'Whole' ? taskAnswer(program.instructions, input, mode) : undefined
    answers.add(answer?._tag === 'Text' ? answer.text : undefined)
  }
  const [answer] = answers
  return answers.size === 1 ? answer : undefined
}

/** What could follow the bytes given: the rest of the instruction that was cut, and other instructions up to the end. */
function* restsOf(disassembler: Disassembler, { bytes, ip, end }: BytesInput, mode: 32 | 64, at: number): Generator<readonly number[]> {
  const missing = end === undefined ? undefined : Math.min(end - ip - bytes.length, MOST)
  const start = bytes.subarray(at)
  if (start.length === 0) return yield* fillings(missing ?? 0)
  for (const completion of completionsOf(mode, start)) {
    const buffer = new Uint8Array(LONGEST)
    buffer.set(start)
    buffer.set(completion.slice(0, LONGEST - start.length), start.length)
    const reading = disassembler.read(mode, buffer, 0, ip + at)
    if (typeof reading !== 'object' || reading.length <= start.length) continue
    const rest = [...buffer.subarray(start.length, reading.length)]
    for (const filling of fillings(missing === undefined ? 0 : missing - rest.length)) yield [...rest, ...filling]
  }
}

/** Instructions of so many bytes together. */
function* fillings(length: number): Generator<readonly number[]> {
  if (length === 0) yield []
  if (length <= 0) return
  for (const one of SHORT) yield Array.from({ length }, () => one[0])
  if (length >= LONGER.length) yield [...LONGER, ...Array.from({ length: length - LONGER.length }, () => SHORT[0][0])]
}
