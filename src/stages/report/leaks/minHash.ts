import { mix32 } from '../../../utils/hash/mix32'
import { gramHashes } from './grams'

/** Number of bands. Two texts are compared if all hashes of one band are equal. */
export const BANDS = 18
const HASHES_PER_BAND = 6
/** Number of hashes of a signature. */
export const HASHES = BANDS * HASHES_PER_BAND
/** Words of a signature, which stores one byte per hash. */
const WORDS = HASHES / 4

/** Odd factors and summands. Each pair defines one permutation of the grams. */
const FACTORS = Int32Array.from({ length: HASHES_PER_BAND }, (_, order) => mix32(2 * order + 1) | 1)
const SUMMANDS = Int32Array.from({ length: HASHES_PER_BAND }, (_, order) => mix32(2 * order + 2))

/** Value of an empty bin, greater than or equal to every hash. */
const EMPTY = 0x7fffffff

/**
 * MinHash signatures of texts (Broder, "On the resemblance and containment of documents", 1997). The fraction of equal hashes of two
 * signatures estimates the Jaccard similarity of the texts' sets of grams.
 *
 * There are six permutations of all grams, each divided into as many bins as there are bands. The smallest gram of a bin is its hash (one
 * permutation hashing: Li, Owen & Zhang, 2012); an empty bin borrows from the next one (Shrivastava & Li, 2014). A band has one bin of
 * each permutation, so two texts of similarity s share a band with a probability of about 1 - (1 - s⁶)¹⁸: 99.6 % at 0.8.
 *
 * Only the lowest byte of each hash is stored (b-bit minwise hashing: Li & König, 2010). One in 256 different hashes compares as equal, so
 * the estimate can be too high, never too low.
 */
export class Signatures {
  /** Hash of each band of each text. */
  readonly bands: Int32Array
  private readonly bytes: Uint8Array
  private readonly words: Int32Array

  constructor(texts: readonly string[]) {
    this.bands = new Int32Array(texts.length * BANDS)
    this.bytes = new Uint8Array(texts.length * HASHES)
    this.words = new Int32Array(this.bytes.buffer)
    const signature = new Int32Array(HASHES)
    for (let text = 0; text < texts.length; text++) {
      sign(signature, texts[text] as string)
      for (let order = 0; order < HASHES_PER_BAND; order++) borrow(signature, order)
      this.bytes.set(signature, text * HASHES)
      for (let band = 0; band < BANDS; band++) this.bands[text * BANDS + band] = bandOf(signature, band)
    }
  }

  /** True if at least `minimum` hashes of two texts compare as equal. */
  areAlike(one: number, other: number, minimum: number): boolean {
    const { words } = this
    let [first, second] = [one * WORDS, other * WORDS]
    let different = 0
    for (const end = first + WORDS; first < end; first++, second++) {
      const difference = (words[first] as number) ^ (words[second] as number)
      // Sets the highest bit of each byte that is not 0, for all four bytes together; then counts these bits.
      const bits = (((difference & 0x7f7f7f7f) + 0x7f7f7f7f) | difference) & 0x80808080
      different += Math.imul(bits >>> 7, 0x01010101) >>> 24
    }
    return HASHES - different >= minimum
  }
}

/** Returns the hash of one band of a signature. */
function bandOf(signature: Int32Array, band: number): number {
  let hash = band
  for (let at = band * HASHES_PER_BAND; at < (band + 1) * HASHES_PER_BAND; at++)
    hash = mix32(Math.imul(hash, 31) + (signature[at] as number))
  return hash
}

/** Returns the bin of a hash, which its high half determines. */
const binOf = (hash: number): number => ((hash >>> 16) * BANDS) >>> 16

function sign(signature: Int32Array, text: string): void {
  const grams = gramHashes(text)
  signature.fill(EMPTY)
  for (let order = 0; order < HASHES_PER_BAND; order++) {
    const [factor, summand] = [FACTORS[order] as number, SUMMANDS[order] as number]
    for (let index = 0; index < grams.length; index++) {
      const hash = (Math.imul(factor, grams[index] as number) + summand) | 0
      const at = binOf(hash) * HASHES_PER_BAND + order
      if (hash < (signature[at] as number)) signature[at] = hash
    }
  }
}

/** Fills the empty bins of one permutation from the next bin that is not empty. The distance is mixed into the borrowed hash. */
function borrow(signature: Int32Array, order: number): void {
  let filled = order
  while (filled < HASHES && signature[filled] === EMPTY) filled += HASHES_PER_BAND
  let lender = signature[filled % HASHES] as number
  let distance = filled === order ? 0 : (filled - order) / HASHES_PER_BAND
  // The loop runs backwards. The last bins borrow from the first bin that is not empty.
  for (let at = HASHES - HASHES_PER_BAND + order; at >= 0; at -= HASHES_PER_BAND) {
    if (signature[at] !== EMPTY) {
      lender = signature[at] as number
      distance = 0
    } else signature[at] = mix32(lender + ++distance)
  }
}
