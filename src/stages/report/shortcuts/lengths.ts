/** Lengths from a quarter of an octave to the next count as one. */
const LENGTHS_PER_OCTAVE = 4

/** A number for all lengths that count as one with that of a text. */
export const lengthBucket = (text: string): number => Math.floor(LENGTHS_PER_OCTAVE * Math.log2(1 + text.length))

/** The least and the greatest of these lengths. */
export function bucketRange(text: string): readonly [least: number, most: number] {
  const bucket = lengthBucket(text)
  const least = (power: number): number => Math.ceil(2 ** (power / LENGTHS_PER_OCTAVE)) - 1
  return [least(bucket), Math.max(least(bucket), least(bucket + 1) - 1)]
}
