import type { Instruction, X86Tool } from './iced'
import { once } from './once'
import { LEGACY_PREFIXES } from './prefixes'
import type { Isa } from './question'
import { usableCodes } from './usableCodes'

const MODES: Readonly<Record<Isa, readonly (32 | 64)[]>> = { 'x86-64': [64], 'x86-32': [32], x86: [32, 64] }

/**
 * The instructions of some bytes in each mode that an isa allows; undefined where one mode cannot read them, or reads
 * what the decoders are known to differ on: certain codes, and prefixes that no encoder would have written.
 */
export function readableIn(tool: X86Tool, isa: Isa, bytes: Uint8Array, ip: number): readonly (readonly Instruction[])[] | undefined {
  return isReadableIn(tool, isa, bytes, ip) ? MODES[isa].map(bits => tool.decode(bits, bytes, ip).instructions) : undefined
}

/** Whether `readableIn` has readings, without making their texts. */
export const isReadableIn = (tool: X86Tool, isa: Isa, bytes: Uint8Array, ip: number): boolean =>
  MODES[isa].every(bits => tool.codesOf(bits, bytes)?.every(code => usableNumbers(tool)[bits].has(code)) === true) &&
  MODES[isa].every(bits => isWellWritten(tool, bits, bytes, ip))

/** Whether an encoder writes the very bytes that were read, and no 16-bit address, which the decoders know in part. */
function isWellWritten(tool: X86Tool, bits: 32 | 64, bytes: Uint8Array, ip: number): boolean {
  const again = tool.reencode(bits, bytes, ip)
  if (again === undefined) return false
  let at = 0
  for (const instruction of again) {
    if (bits === 32 && hasAddressPrefix(instruction.bytes)) return false
    for (const byte of instruction.bytes) if (byte !== bytes[at++]) return false
  }
  return at === bytes.length
}

const ADDRESS_SIZE = 0x67

function hasAddressPrefix(bytes: Uint8Array): boolean {
  return bytes
    .subarray(
      0,
      bytes.findIndex(byte => !LEGACY_PREFIXES.has(byte)),
    )
    .includes(ADDRESS_SIZE)
}

const usableNumbers = once(
  (tool: X86Tool): Readonly<Record<32 | 64, ReadonlySet<number>>> => ({ 32: numbersOf(tool, 32), 64: numbersOf(tool, 64) }),
)

const numbersOf = (tool: X86Tool, bits: 32 | 64): ReadonlySet<number> =>
  new Set(usableCodes(tool.codes(bits), bits).map(({ code }) => code))
