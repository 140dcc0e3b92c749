import { mix32 } from '../../../utils/hash/mix32'

/** Length of the runs (n-grams), in UTF-16 code units, by whose sets texts are compared. */
const WIDTH = 5

/** Bases of two hashes. */
const [BASE, OTHER_BASE] = [0x01000193, 0x5bd1e995]

/** Returns the 32-bit hashes of all 5-grams of a text, with repetitions. A shorter text is one gram. */
export function gramHashes(text: string): Int32Array {
  return hashRuns(text, BASE)
}

/** Returns independent hashes of the same grams. Both hashes together identify a gram by 64 bits. */
export function otherGramHashes(text: string): Int32Array {
  return hashRuns(text, OTHER_BASE)
}

/** Computes the rolling hash of each gram (Karp and Rabin 1987). The length is hashed first, so that a short text never equals a gram of a longer one. */
function hashRuns(text: string, base: number): Int32Array {
  const width = Math.min(WIDTH, text.length)
  const hashes = new Int32Array(text.length - width + 1)
  const power = powerOf(base, width)
  const length = Math.imul(width, power)
  let hash = 0
  for (let at = 0; at < width; at++) hash = (Math.imul(hash, base) + text.charCodeAt(at)) | 0
  hashes[0] = mix32((length + hash) | 0)
  for (let at = width; at < text.length; at++) {
    hash = (Math.imul(hash, base) + text.charCodeAt(at) - Math.imul(power, text.charCodeAt(at - width))) | 0
    hashes[at - width + 1] = mix32((length + hash) | 0)
  }
  return hashes
}

function powerOf(base: number, exponent: number): number {
  let power = 1
  for (let times = 0; times < exponent; times++) power = Math.imul(power, base)
  return power
}
