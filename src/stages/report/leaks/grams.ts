import { mix32 } from '../../plan/mix32'

/** Texts are compared by the sets of their runs of so many characters. */
const WIDTH = 5

/** The bases of two hashes. */
const [BASE, OTHER_BASE] = [0x01000193, 0x5bd1e995]

/** The 32-bit hashes of a text's runs of five characters (UTF-16 code units), as often as they stand in it; a shorter text is one run. */
export function gramHashes(text: string): Int32Array {
  return hashRuns(text, BASE)
}

/** The set of a text's runs, each as a number of 53 bits: sorted, each once. */
export function gramSet(text: string): Float64Array {
  const [highs, lows] = [hashRuns(text, BASE), hashRuns(text, OTHER_BASE)]
  const grams = new Float64Array(highs.length)
  for (let at = 0; at < grams.length; at++) grams[at] = ((highs[at] as number) >>> 0) * 2 ** 21 + ((lows[at] as number) >>> 11)
  grams.sort()
  let size = 0
  for (let index = 0; index < grams.length; index++) {
    if (index === 0 || grams[index] !== grams[index - 1]) grams[size++] = grams[index] as number
  }
  return grams.subarray(0, size)
}

/**
 * The Jaccard similarity of two sets of runs, what part of all that are in either is in both, where it is as great as
 * asked; undefined where it is not.
 */
export function jaccard(one: Float64Array, other: Float64Array, least: number): number | undefined {
  const all = one.length + other.length
  // So many may be in one of the two alone: the rest is counted twice.
  let spare = Math.floor((all * (1 - least)) / (1 + least) + 1e-9)
  if (Math.abs(one.length - other.length) > spare) return undefined
  let [first, second, common] = [0, 0, 0]
  while (first < one.length && second < other.length) {
    const difference = (one[first] as number) - (other[second] as number)
    if (difference === 0) common += 1
    else if (--spare < 0) return undefined
    if (difference <= 0) first += 1
    if (difference >= 0) second += 1
  }
  const similarity = common / (all - common)
  return similarity >= least ? similarity : undefined
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
