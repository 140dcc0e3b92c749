import type { Instruction, X86Tool } from '../../iced/iced'
import { predicatesOf } from '../../instructions/immediates'
import { memoize } from '../../memoize'
import { LEGACY_PREFIXES } from '../programs/prefixes'
import type { Isa } from './question'
import { usableCodes } from '../../codes/usableCodes'

const MODES: Readonly<Record<Isa, readonly (32 | 64)[]>> = { 'x86-64': [64], 'x86-32': [32], x86: [32, 64] }

/**
 * Returns the instructions of some bytes in each mode that an isa allows. Returns undefined if one mode cannot read them,
 * or reads something on which decoders are known to differ: certain codes, and prefixes that no encoder writes.
 */
export function readableIn(tool: X86Tool, isa: Isa, bytes: Uint8Array, ip: number): readonly (readonly Instruction[])[] | undefined {
  return isReadableIn(tool, isa, bytes, ip) ? MODES[isa].map(bits => tool.decode(bits, bytes, ip).instructions) : undefined
}

/** Returns true if `readableIn` has a result, without creating the texts. */
export const isReadableIn = (tool: X86Tool, isa: Isa, bytes: Uint8Array, ip: number): boolean =>
  MODES[isa].every(bits => hasUsableCodes(tool, bits, bytes)) && MODES[isa].every(bits => isReencodedEqually(tool, bits, bytes, ip))

const hasUsableCodes = (tool: X86Tool, bits: 32 | 64, bytes: Uint8Array): boolean =>
  tool.codesOf(bits, bytes)?.every(code => predicatesByCode(tool)[bits].has(code)) === true

/**
 * Returns true if an encoder writes exactly the bytes that were read. Excludes what decoders know only in part: 16-bit
 * addresses, and comparisons by an immediate beyond their predicates.
 */
function isReencodedEqually(tool: X86Tool, bits: 32 | 64, bytes: Uint8Array, ip: number): boolean {
  const reencoded = tool.reencode(bits, bytes, ip)
  const codes = tool.codesOf(bits, bytes)
  if (reencoded === undefined || codes === undefined) return false
  let at = 0
  for (const [index, instruction] of reencoded.entries()) {
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

/** Usable codes of each mode, each with its number of comparison predicates. */
const predicatesByCode = memoize(
  (tool: X86Tool): Readonly<Record<32 | 64, PredicatesByCode>> => ({ 32: countPredicates(tool, 32), 64: countPredicates(tool, 64) }),
)

const countPredicates = (tool: X86Tool, bits: 32 | 64): PredicatesByCode =>
  new Map(usableCodes(tool.codes(bits), bits).map(({ code, mnemonic }) => [code, predicatesOf(mnemonic)]))
