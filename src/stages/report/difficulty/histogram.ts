/** How many distinct values are counted apart. */
export const MAX_BUCKETS = 4_096

/**
 * Counts integers in bounded memory: each value apart while these are few, else in buckets of equal width, the least power
 * of two that leaves no more buckets than that. The order of the values has no say in it.
 */
export class Histogram {
  private buckets = new Map<number, number>()
  private width = 1
  private size = 0

  /** @param most how many buckets there are at most */
  constructor(private readonly most = MAX_BUCKETS) {}

  get rows(): number {
    return this.size
  }

  /** Adds a value as many times as told. */
  add(value: number, times = 1): void {
    const bucket = Math.floor(value / this.width)
    this.buckets.set(bucket, (this.buckets.get(bucket) ?? 0) + times)
    this.size += times
    while (this.buckets.size > this.most) this.widen()
  }

  addAll(other: Histogram): void {
    for (const [bucket, times] of other.buckets) this.add(bucket * other.width, times)
    while (this.width < other.width) this.widen()
  }

  /** The least value that so great a part of the values does not exceed (the nearest rank); 0 where there is none. */
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
