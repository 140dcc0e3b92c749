import type { Instruction, X86Tool } from '../../iced/iced'
import { predicatesOf } from '../../instructions/immediates'
import { once } from '../../once'
import { LEGACY_PREFIXES } from '../programs/prefixes'
import type { Isa } from './question'
import { usableCodes } from '../../codes/usableCodes'

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
  MODES[isa].every(bits => hasUsableCodes(tool, bits, bytes)) && MODES[isa].every(bits => isWellWritten(tool, bits, bytes, ip))

const hasUsableCodes = (tool: X86Tool, bits: 32 | 64, bytes: Uint8Array): boolean =>
  tool.codesOf(bits, bytes)?.every(code => predicatesByCode(tool)[bits].has(code)) === true

/**
 * Whether an encoder writes the very bytes that were read, and nothing that the decoders know in part: 16-bit
 * addresses, and comparisons by an immediate beyond their predicates.
 */
function isWellWritten(tool: X86Tool, bits: 32 | 64, bytes: Uint8Array, ip: number): boolean {
  const again = tool.reencode(bits, bytes, ip)
  const codes = tool.codesOf(bits, bytes)
  if (again === undefined || codes === undefined) return false
  let at = 0
  for (const [index, instruction] of again.entries()) {
    if (bits === 32 && hasAddressPrefix(instruction.bytes)) return false
    for (const byte of instruction.bytes) if (byte !== bytes[at++]) return false
    const predicates = predicatesByCode(tool)[bits].get(codes[index] as number) ?? 0
    if (predicates > 0 && (bytes[at - 1] as number) >= predicates) return false
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

type PredicatesByCode = ReadonlyMap<number, number>

/** The usable codes of each mode, each with how many predicates it compares by. */
const predicatesByCode = once(
  (tool: X86Tool): Readonly<Record<32 | 64, PredicatesByCode>> => ({ 32: predicatesIn(tool, 32), 64: predicatesIn(tool, 64) }),
)

const predicatesIn = (tool: X86Tool, bits: 32 | 64): PredicatesByCode =>
  new Map(usableCodes(tool.codes(bits), bits).map(({ code, mnemonic }) => [code, predicatesOf(mnemonic)]))
