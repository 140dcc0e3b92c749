import type { Bits, CodeDescription } from '../instructions/draft'
import { EXCLUDED_CODES } from './excludedCodes'
import { memoize } from '../memoize'

/** Returns the codes, except the codes on which the two decoders are known to differ in a mode. */
export const usableCodes = (codes: readonly CodeDescription[], bits: Bits): readonly CodeDescription[] => USABLE[bits](codes)

const USABLE = { 32: memoize(usableFilter(32)), 64: memoize(usableFilter(64)) }

function usableFilter(bits: Bits): (codes: readonly CodeDescription[]) => readonly CodeDescription[] {
  const excluded = new Set(EXCLUDED_CODES.filter(group => group.bits.includes(bits)).flatMap(group => group.codes.split(' ')))
  return codes => codes.filter(code => !excluded.has(code.name))
}
