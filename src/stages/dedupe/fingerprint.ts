import { mix32 } from '../plan/mix32'

/** A 128-bit fingerprint, reused from call to call: read it before the next one is taken. */
export type Fingerprint = Int32Array

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/**
 * Writes a text's 128-bit fingerprint (MurmurHash3's x86 128-bit construction, over UTF-16 code units) into `into`.
 * It serves to find equal texts, not to resist an attacker: among a million rows the chance of any two falling
 * together is below 10⁻²⁶.
 */
export function fingerprint(text: string, seed: number, into: Fingerprint): Fingerprint {
  let h1 = seed
  let h2 = seed
  let h3 = seed
  let h4 = seed
  const units = text.length
  for (let at = 0; at < units; at += 8) {
    h1 ^= Math.imul(rotate(Math.imul(pair(text, at), 0x239b961b), 15), 0xab0e9789)
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0
    h2 ^= Math.imul(rotate(Math.imul(pair(text, at + 2), 0xab0e9789), 16), 0x38b34ae5)
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0
    h3 ^= Math.imul(rotate(Math.imul(pair(text, at + 4), 0x38b34ae5), 17), 0xa1e38b93)
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0
    h4 ^= Math.imul(rotate(Math.imul(pair(text, at + 6), 0xa1e38b93), 18), 0x239b961b)
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0
  }
  return finished(h1 ^ units, h2 ^ units, h3 ^ units, h4 ^ units, into)
}

/** Two code units as one word; what lies beyond the end counts as 0, which the length tells apart from a NUL. */
function pair(text: string, at: number): number {
  const low = at < text.length ? text.charCodeAt(at) : 0
  const high = at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  return low | (high << 16)
}

function finished(h1: number, h2: number, h3: number, h4: number, into: Fingerprint): Fingerprint {
  const sum = (h1 + h2 + h3 + h4) | 0
  const m1 = mix32(sum)
  const m2 = mix32((h2 + sum) | 0)
  const m3 = mix32((h3 + sum) | 0)
  const m4 = mix32((h4 + sum) | 0)
  const mixedSum = (m1 + m2 + m3 + m4) | 0
  into[0] = mixedSum
  into[1] = (m2 + mixedSum) | 0
  into[2] = (m3 + mixedSum) | 0
  into[3] = (m4 + mixedSum) | 0
  return into
}
