import { mix32 } from '../../../utils/hash/mix32'
import { gramHashes } from './grams'

/** Two texts are compared where all hashes of one band are equal. */
export const BANDS = 18
const HASHES_PER_BAND = 6
/** How many hashes a signature has. */
export const HASHES = BANDS * HASHES_PER_BAND
/** Of each hash a byte is kept, four of them in a word. */
const WORDS = HASHES / 4

/** Odd factors and summands: each pair orders the runs in its own way. */
const FACTORS = Int32Array.from({ length: HASHES_PER_BAND }, (_, order) => mix32(2 * order + 1) | 1)
const SUMMANDS = Int32Array.from({ length: HASHES_PER_BAND }, (_, order) => mix32(2 * order + 2))

/** What an empty bin holds: the greatest of hashes. */
const EMPTY = 0x7fffffff

/**
 * MinHash signatures of texts (Broder, "On the resemblance and containment of documents", 1997): the part of two
 * signatures that is equal estimates the Jaccard similarity of the texts' sets of runs.
 *
 * Six orders of all runs, each cut into as many bins as there are bands, of which the least run counts (one permutation
 * hashing: Li, Owen & Zhang, 2012; an empty bin borrows from the next, Shrivastava & Li, 2014). A band has one bin of each
 * order, so some band of two texts of similarity s is equal with a chance of about 1 - (1 - s⁶)¹⁸: 99.6 % at 0.8.
 *
 * Of each hash the lowest byte is kept (b-bit minwise hashing: Li & König, 2010): one in 256 that differ looks equal, so that
 * two texts may look more alike than they are, never less.
 */
export class Signatures {
  /** A hash of each band of each text. */
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

  /** Whether so many hashes of two texts look equal. */
  areAlike(one: number, other: number, least: number): boolean {
    const { words } = this
    let [first, second] = [one * WORDS, other * WORDS]
    let different = 0
    for (const end = first + WORDS; first < end; first++, second++) {
      const apart = (words[first] as number) ^ (words[second] as number)
      // The highest bit of each byte that is not 0, without a look at each; then their sum.
      const bits = (((apart & 0x7f7f7f7f) + 0x7f7f7f7f) | apart) & 0x80808080
      different += Math.imul(bits >>> 7, 0x01010101) >>> 24
    }
    return HASHES - different >= least
  }
}

/** A hash of one band of a signature. */
function bandOf(signature: Int32Array, band: number): number {
  let hash = band
  for (let at = band * HASHES_PER_BAND; at < (band + 1) * HASHES_PER_BAND; at++) hash = mix32(Math.imul(hash, 31) + (signature[at] as number))
  return hash
}

/** The high half of a hash tells the bin. */
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

/** Fills the empty bins of one order, each from the next that is not; how far that is goes into what it gets. */
function borrow(signature: Int32Array, order: number): void {
  let filled = order
  while (filled < HASHES && signature[filled] === EMPTY) filled += HASHES_PER_BAND
  let lender = signature[filled % HASHES] as number
  let distance = filled === order ? 0 : (filled - order) / HASHES_PER_BAND
  // Backwards from the last bin: what it borrows from is the first that is not empty.
  for (let at = HASHES - HASHES_PER_BAND + order; at >= 0; at -= HASHES_PER_BAND) {
    if (signature[at] !== EMPTY) {
      lender = signature[at] as number
      distance = 0
    } else signature[at] = mix32(lender + ++distance)
  }
}
