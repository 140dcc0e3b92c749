import type { Instruction, X86Tool } from '../iced'
import { once } from '../once'
import type { Isa } from '../question'
import { usableCodes } from '../usableCodes'

const MODES: Readonly<Record<Isa, readonly (32 | 64)[]>> = { 'x86-64': [64], 'x86-32': [32], x86: [32, 64] }

/**
 * The instructions of some bytes in each mode that an isa allows; undefined where one mode cannot read them, or reads
 * what the decoders are known to differ on: certain codes, and prefixes that no encoder would have written.
 */
export function readableIn(tool: X86Tool, isa: Isa, bytes: Uint8Array, ip: number): readonly (readonly Instruction[])[] | undefined {
  const readings: (readonly Instruction[])[] = []
  for (const bits of MODES[isa]) {
    const decoding = tool.decode(bits, bytes, ip)
    if (decoding._tag === 'Broken' || !decoding.instructions.every(({ code }) => isUsable(tool, bits, code))) return undefined
    if (!isWellWritten(tool, bits, bytes, ip)) return undefined
    readings.push(decoding.instructions)
  }
  return readings
}

/** Whether an encoder writes the very bytes that were read. */
function isWellWritten(tool: X86Tool, bits: 32 | 64, bytes: Uint8Array, ip: number): boolean {
  const again = tool.reencode(bits, bytes, ip)
  return again !== undefined && again.flatMap(instruction => [...instruction.bytes]).every((byte, index) => byte === bytes[index])
}

const usableNumbers = once((tool: X86Tool): Readonly<Record<32 | 64, ReadonlySet<number>>> => ({ 32: numbersOf(tool, 32), 64: numbersOf(tool, 64) }))

const isUsable = (tool: X86Tool, bits: 32 | 64, code: number): boolean => usableNumbers(tool)[bits].has(code)

const numbersOf = (tool: X86Tool, bits: 32 | 64): ReadonlySet<number> => new Set(usableCodes(tool.codes(bits), bits).map(({ code }) => code))
