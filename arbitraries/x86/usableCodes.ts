import type { Bits, CodeDescription } from './draft'
import { EXCLUDED_CODES } from './excludedCodes'

/** Leaves out the codes on which the two decoders are known to differ in a mode. */
export function usableCodes(codes: readonly CodeDescription[], bits: Bits): readonly CodeDescription[] {
  const excluded = new Set(EXCLUDED_CODES.filter(group => group.bits.includes(bits)).flatMap(group => group.codes.split(' ')))
  return codes.filter(code => !excluded.has(code.name))
}
