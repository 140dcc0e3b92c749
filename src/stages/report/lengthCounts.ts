import type { Counts } from '../../model/report'

/** End of the first bucket. Each further bucket ends at twice the end of the previous one. */
const FIRST_END = 32

/** Counts of texts by their length in characters (UTF-16 code units): `0-31`, `32-63`, `64-127` and so on. */
export class LengthCounts {
  private readonly buckets: number[] = []

  add(text: string): void {
    let bucket = 0
    for (let end = FIRST_END; text.length >= end; end *= 2) bucket += 1
    while (this.buckets.length <= bucket) this.buckets.push(0)
    this.buckets[bucket] = (this.buckets[bucket] as number) + 1
  }

  /** Returns all buckets up to the bucket of the longest text. */
  counts(): Counts {
    return Object.fromEntries(this.buckets.map((rows, bucket) => [nameOf(bucket), rows]))
  }
}

const nameOf = (bucket: number): string => `${bucket === 0 ? 0 : FIRST_END * 2 ** (bucket - 1)}-${FIRST_END * 2 ** bucket - 1}`
