import type { Disassembler } from '../capstone/capstone'
import { completionsOf } from '../capstone/completions'
import { MAX_INSTRUCTION_BYTES, readProgram } from '../capstone/readProgram'
import { type BytesInput, taskAnswer } from './taskAnswer'

/** Instructions of one byte: `clc`, `ret`, `push rax`. They differ in text, operands and class. */
const SHORT = [[0xf8], [0xc3], [0x50]] as const
/** Instruction of two bytes: `xor eax, eax`. */
const LONGER = [0x31, 0xc0] as const

/** Maximum number of missing bytes to check. Two continuations that differ within this length can be continued identically after it. */
const MAX_MISSING_BYTES = 2 * MAX_INSTRUCTION_BYTES

/** End (offset) of the complete instructions in one mode. */
export interface CutAt {
  readonly mode: 32 | 64
  readonly at: number
}

/**
 * Returns true if the missing end decides the answer: two programs that begin with the given bytes, and have the declared length,
 * have different answers. Each program must have the same answer in every allowed mode. Only the answer to the task counts: a
 * length that is determined although bytes are missing is not open.
 *
 * @param cuts the end of the complete instructions in each allowed mode
 */
export function isOpenEnded(disassembler: Disassembler, input: BytesInput, cuts: readonly CutAt[]): boolean {
  // Bytes before the cut give the same lines in all answers of one mode, but two modes may read them differently.
  const from = cuts.length === 1 ? (cuts[0]?.at ?? 0) : 0
  const answers = new Set<string>()
  for (const { mode, at } of cuts)
    for (const rest of continuations(disassembler, input, mode, at)) {
      const tail = Uint8Array.from([...input.bytes.subarray(from), ...rest])
      const answer = onlyAnswerOf(disassembler, input, cuts, tail, input.ip + from)
      if (answer !== undefined) answers.add(answer)
      if (answers.size > 1) return true
    }
  return false
}

/** Returns the answer of the task about bytes if all allowed modes agree on it. */
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

/** Yields bytes that could follow the given ones: the rest of the cut instruction, and instructions up to the declared end. */
function* continuations(
  disassembler: Disassembler,
  { bytes, ip, end }: BytesInput,
  mode: 32 | 64,
  at: number,
): Generator<readonly number[]> {
  const missing = end === undefined ? undefined : Math.min(end - ip - bytes.length, MAX_MISSING_BYTES)
  const start = bytes.subarray(at)
  if (start.length === 0) return yield* fillings(missing ?? 0)
  for (const completion of completionsOf(mode, start)) {
    const buffer = new Uint8Array(MAX_INSTRUCTION_BYTES)
    buffer.set(start)
    buffer.set(completion.slice(0, MAX_INSTRUCTION_BYTES - start.length), start.length)
    const reading = disassembler.read(mode, buffer, 0, ip + at)
    if (typeof reading !== 'object' || reading.length <= start.length) continue
    const rest = [...buffer.subarray(start.length, reading.length)]
    for (const filling of fillings(missing === undefined ? 0 : missing - rest.length)) yield [...rest, ...filling]
  }
}

/** Yields sequences of whole instructions with a total length in bytes. */
function* fillings(length: number): Generator<readonly number[]> {
  if (length === 0) yield []
  if (length <= 0) return
  for (const one of SHORT) yield Array.from({ length }, () => one[0])
  if (length >= LONGER.length) yield [...LONGER, ...Array.from({ length: length - LONGER.length }, () => SHORT[0][0])]
}
