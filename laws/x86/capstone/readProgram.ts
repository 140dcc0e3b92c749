import type { Disassembler } from './capstone'
import { completionsOf } from './completions'

/** Instruction at an offset of a program, in canonical assembly. */
export interface ReadInstruction {
  readonly offset: number
  readonly length: number
  readonly text: string
  readonly mnemonic: string
}

/** Result of reading bytes in one mode. */
export type ReadProgram =
  | { readonly _tag: 'Whole'; readonly instructions: readonly ReadInstruction[] }
  /** The last instruction is cut: with more bytes it becomes readable. */
  | { readonly _tag: 'Cut'; readonly instructions: readonly ReadInstruction[] }
  /** No following bytes make the instruction at this offset readable. */
  | { readonly _tag: 'Malformed'; readonly at: number }
  | { readonly _tag: 'Unjudged'; readonly reason: string }

/** Maximum length of an instruction, in bytes. */
export const MAX_INSTRUCTION_BYTES = 15

/** Reads instructions one after another, up to the end or to the first that cannot be read. */
export function readProgram(disassembler: Disassembler, bits: 32 | 64, bytes: Uint8Array, ip: number): ReadProgram {
  const instructions: ReadInstruction[] = []
  let offset = 0
  while (offset < bytes.length) {
    const reading = disassembler.read(bits, bytes, offset, ip + offset)
    if (typeof reading === 'string') return { _tag: 'Unjudged', reason: reading }
    if (reading === undefined || reading.length > MAX_INSTRUCTION_BYTES)
      return classifyUnreadable(disassembler, bits, bytes, offset, ip, instructions)
    const { length, text, mnemonic } = reading
    instructions.push({ offset, length, text, mnemonic })
    offset += length
  }
  return { _tag: 'Whole', instructions }
}

/** Distinguishes a cut instruction from one that no following bytes make readable. */
function classifyUnreadable(
  disassembler: Disassembler,
  bits: 32 | 64,
  bytes: Uint8Array,
  at: number,
  ip: number,
  instructions: readonly ReadInstruction[],
): ReadProgram {
  const start = bytes.subarray(at)
  if (start.length >= MAX_INSTRUCTION_BYTES) return { _tag: 'Malformed', at }
  const buffer = new Uint8Array(MAX_INSTRUCTION_BYTES)
  let difference: string | undefined
  for (const completion of completionsOf(bits, start)) {
    buffer.fill(0)
    buffer.set(start)
    buffer.set(completion.slice(0, MAX_INSTRUCTION_BYTES - start.length), start.length)
    const reading = disassembler.read(bits, buffer, 0, ip + at)
    if (typeof reading === 'string') difference ??= reading
    else if (reading !== undefined) {
      if (reading.length > start.length && reading.length <= MAX_INSTRUCTION_BYTES) return { _tag: 'Cut', instructions }
      return { _tag: 'Unjudged', reason: 'an instruction reads differently when bytes follow it' }
    }
  }
  return difference === undefined ? { _tag: 'Malformed', at } : { _tag: 'Unjudged', reason: difference }
}

/** Returns the canonical assembly of all instructions, one line each; undefined if they cannot be read to the end. */
export function readText(disassembler: Disassembler, bits: 32 | 64, bytes: Uint8Array, ip: number): string | undefined {
  const program = readProgram(disassembler, bits, bytes, ip)
  return program._tag === 'Whole' ? program.instructions.map(({ text }) => text).join('\n') : undefined
}
