/** Number of length buckets per octave. */
const LENGTHS_PER_OCTAVE = 4

/** Returns the number of the bucket that contains the length of a text. */
export const lengthBucket = (text: string): number => Math.floor(LENGTHS_PER_OCTAVE * Math.log2(1 + text.length))

/** Returns the least and the greatest length in the bucket of a text. */
export function bucketRange(text: string): readonly [least: number, most: number] {
  const bucket = lengthBucket(text)
  const least = (power: number): number => Math.ceil(2 ** (power / LENGTHS_PER_OCTAVE)) - 1
  return [least(bucket), Math.max(least(bucket), least(bucket + 1) - 1)]
}
