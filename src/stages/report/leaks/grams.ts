import { mix32 } from '../../../utils/hash/mix32'

/** Texts are compared by the sets of their runs of so many characters. */
const WIDTH = 5

/** The bases of two hashes. */
const [BASE, OTHER_BASE] = [0x01000193, 0x5bd1e995]

/** The 32-bit hashes of a text's runs of five characters (UTF-16 code units), as often as they stand in it; a shorter text is one run. */
export function gramHashes(text: string): Int32Array {
  return hashRuns(text, BASE)
}

/** Other hashes of the same runs: with the first, 64 bits tell runs apart. */
export function otherGramHashes(text: string): Int32Array {
  return hashRuns(text, OTHER_BASE)
}

/** The hash of each run, made of the one before (Karp and Rabin 1987). The length goes first, so that short texts are no runs of longer ones. */
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
