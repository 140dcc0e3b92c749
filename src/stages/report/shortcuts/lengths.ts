/** Number of length buckets per octave. */
const LENGTHS_PER_OCTAVE = 4

/** Returns the logarithmic bucket of a text's length: four buckets per doubling; 0 for an empty text. */
export const lengthBucket = (text: string): number => Math.floor(LENGTHS_PER_OCTAVE * Math.log2(1 + text.length))

/** Returns the smallest and the largest length in the bucket of a text. */
export function bucketRange(text: string): readonly [min: number, max: number] {
  const bucket = lengthBucket(text)
  const minLength = (power: number): number => Math.ceil(2 ** (power / LENGTHS_PER_OCTAVE)) - 1
  return [minLength(bucket), Math.max(minLength(bucket), minLength(bucket + 1) - 1)]
}
