/** Default maximum number of buckets. */
export const MAX_BUCKETS = 4_096

/**
 * Counts of integers in bounded memory. Few distinct values are counted separately; more are counted in buckets of equal width, the smallest
 * power of two that respects the maximum. The result does not depend on the order of the values.
 */
export class Histogram {
  private buckets = new Map<number, number>()
  private width = 1
  private size = 0

  /** @param maxBuckets maximum number of buckets */
  constructor(private readonly maxBuckets = MAX_BUCKETS) {}

  get rows(): number {
    return this.size
  }

  /** Adds a value `times` times. */
  add(value: number, times = 1): void {
    const bucket = Math.floor(value / this.width)
    this.buckets.set(bucket, (this.buckets.get(bucket) ?? 0) + times)
    this.size += times
    while (this.buckets.size > this.maxBuckets) this.widen()
  }

  /** Adds all values of another histogram. */
  addAll(other: Histogram): void {
    for (const [bucket, times] of other.buckets) this.add(bucket * other.width, times)
    while (this.width < other.width) this.widen()
  }

  /** Returns the quantile by nearest rank: the smallest value that a fraction `part` of the values does not exceed; 0 without values. */
  quantile(part: number): number {
    const rank = Math.max(1, Math.ceil(part * this.size))
    let passed = 0
    for (const bucket of [...this.buckets.keys()].sort((one, other) => one - other)) {
      passed += this.buckets.get(bucket) as number
      if (passed >= rank) return bucket * this.width
    }
    return 0
  }

  private widen(): void {
    this.width *= 2
    const before = this.buckets
    this.buckets = new Map()
    for (const [bucket, times] of before) {
      const wider = Math.floor(bucket / 2)
      this.buckets.set(wider, (this.buckets.get(wider) ?? 0) + times)
    }
  }
}
