import type { Bits } from '../../instructions/draft'
import { LEGACY_PREFIXES } from './prefixes'

/**
 * Returns the number of bytes that an instruction has before its operands: prefixes, escapes and the opcode (Intel SDM,
 * volume 2, sections 2.1 to 2.3 and 2.7). `payload` is the length of the shortest cut that includes a payload byte; it equals
 * `end` without a VEX, XOP or EVEX prefix.
 */
export function opcodeEnd(bits: Bits, bytes: Uint8Array): { readonly end: number; readonly payload: number } {
  let at = 0
  while (LEGACY_PREFIXES.has(bytes[at] ?? -1) || (bits === 64 && ((bytes[at] ?? 0) & 0xf0) === 0x40)) at++
  const vector = vectorLength(bits, bytes[at], bytes[at + 1])
  if (vector > 0) return { end: at + 1 + vector + 1, payload: at + 2 }
  if (bytes[at] !== 0x0f) return { end: at + 1, payload: at + 1 }
  const end = at + (bytes[at + 1] === 0x38 || bytes[at + 1] === 0x3a ? 3 : 2)
  return { end, payload: end }
}

/**
 * Returns the number of bytes of a vector prefix after its first. In 32-bit code, it is a vector prefix only if the next
 * byte would name no memory.
 */
function vectorLength(bits: Bits, first = 0, next = 0): number {
  if (first === 0x8f) return (next & 0x1f) >= 8 ? 2 : 0
  const length = { 197: 1, 196: 2, 98: 3 }[first] ?? 0
  return bits === 64 || next >= 0xc0 ? length : 0
}
