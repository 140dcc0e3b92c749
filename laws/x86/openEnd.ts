import type { Disassembler } from './capstone/capstone'
import { completionsOf } from './capstone/completions'
import { LONGEST, readProgram } from './capstone/readProgram'
import { type BytesInput, taskAnswer } from './taskAnswer'

/** Instructions of one byte: `clc`, `ret`, `push rax`. They differ in everything but their length. */
const SHORT = [[0xf8], [0xc3], [0x50]] as const
/** `xor eax, eax`, of two bytes. */
const LONGER = [0x31, 0xc0] as const

/** More need not be looked at: two ways to go on that differ in so many bytes can go on alike behind them. */
const MOST = 2 * LONGEST

/**
 * Whether the end that is missing decides the answer: two programs that begin with the bytes given, and have as many as are
 * declared, have different answers. Nothing but what the task asks about counts: a length that can be told although bytes
 * are missing is not open.
 *
 * @param at where the instructions that are there in full end
 * @param missing how many bytes are missing, where that is declared
 */
export function isOpenEnded(
  disassembler: Disassembler,
  input: BytesInput,
  mode: 32 | 64,
  at: number,
  missing: number | undefined,
): boolean {
  const answers = new Set<string>()
  for (const rest of restsOf(disassembler, input, mode, at, missing === undefined ? undefined : Math.min(missing, MOST))) {
    const tail = readProgram(disassembler, mode, Uint8Array.from([...input.bytes.subarray(at), ...rest]), input.ip + at)
    if (tail._tag !== 'Whole') continue
    const answer = taskAnswer(tail.instructions, input, mode)
    if (answer._tag === 'Text') answers.add(answer.text)
    if (answers.size > 1) return true
  }
  return false
}

/** What could follow the bytes given: the rest of the instruction that was cut, and other instructions up to the end. */
function* restsOf(
  disassembler: Disassembler,
  { bytes, ip }: BytesInput,
  mode: 32 | 64,
  at: number,
  missing: number | undefined,
): Generator<readonly number[]> {
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
