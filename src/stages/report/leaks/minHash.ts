import { mix32 } from '../../plan/mix32'
import { gramHashes } from './grams'

/** Two texts are compared where all hashes of one band are equal. */
export const BANDS = 18
const HASHES_A_BAND = 6
/** How many hashes a signature has. */
export const HASHES = BANDS * HASHES_A_BAND

/** Odd factors and summands: each pair orders the runs in its own way. */
const FACTORS = Int32Array.from({ length: HASHES_A_BAND }, (_, order) => mix32(2 * order + 1) | 1)
const SUMMANDS = Int32Array.from({ length: HASHES_A_BAND }, (_, order) => mix32(2 * order + 2))

/** What an empty bin holds: the greatest of hashes. */
const EMPTY = 0x7fffffff

/**
 * MinHash signatures of texts (Broder, "On the resemblance and containment of documents", 1997): the part of two
 * signatures that is equal estimates the Jaccard similarity of the texts' sets of runs.
 *
 * Six orders of all runs, each cut into as many bins as there are bands, of which the least run counts (one permutation
 * hashing: Li, Owen & Zhang, 2012; an empty bin borrows from the next, Shrivastava & Li, 2014). A band has one bin of each
 * order, so some band of two texts of similarity s is equal with a chance of about 1 - (1 - s⁶)¹⁸: 99.6 % at 0.8.
 */
export class Signatures {
  private readonly least: Int32Array

  constructor(texts: readonly string[]) {
    this.least = new Int32Array(texts.length * HASHES).fill(EMPTY)
    for (const [index, text] of texts.entries()) {
      const signature = this.least.subarray(index * HASHES, (index + 1) * HASHES)
      sign(signature, text)
      for (let order = 0; order < HASHES_A_BAND; order++) borrow(signature, order)
    }
  }

  /** A hash of one band of a text. */
  band(text: number, band: number): number {
    const start = text * HASHES + band * HASHES_A_BAND
    let hash = band
    for (let at = start; at < start + HASHES_A_BAND; at++) hash = mix32(Math.imul(hash, 31) + (this.least[at] as number))
    return hash
  }

  /** Whether so many hashes of two texts are equal; it stops where they cannot be any more. */
  areAlike(one: number, other: number, least: number): boolean {
    const [first, second] = [one * HASHES, other * HASHES]
    let spare = HASHES - least
    for (let at = 0; at < HASHES; at++) if (this.least[first + at] !== this.least[second + at] && --spare < 0) return false
    return true
  }
}

/** The high half of a hash tells the bin. */
const binOf = (hash: number): number => ((hash >>> 16) * BANDS) >>> 16

function sign(signature: Int32Array, text: string): void {
  const grams = gramHashes(text)
  for (let order = 0; order < HASHES_A_BAND; order++) {
    const [factor, summand] = [FACTORS[order] as number, SUMMANDS[order] as number]
    for (let index = 0; index < grams.length; index++) {
      const hash = (Math.imul(factor, grams[index] as number) + summand) | 0
      const at = binOf(hash) * HASHES_A_BAND + order
      if (hash < (signature[at] as number)) signature[at] = hash
    }
  }
}

/** Fills the empty bins of one order, each from the next that is not; how far that is goes into what it gets. */
function borrow(signature: Int32Array, order: number): void {
  let filled = order
  while (filled < HASHES && signature[filled] === EMPTY) filled += HASHES_A_BAND
  let lender = signature[filled % HASHES] as number
  let distance = filled === order ? 0 : (filled - order) / HASHES_A_BAND
  // Backwards from the last bin: what it borrows from is the first that is not empty.
  for (let at = HASHES - HASHES_A_BAND + order; at >= 0; at -= HASHES_A_BAND) {
    if (signature[at] !== EMPTY) {
      lender = signature[at] as number
      distance = 0
    } else signature[at] = mix32(lender + ++distance)
  }
}
