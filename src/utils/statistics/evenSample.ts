import { hash } from 'node:crypto'

interface Kept<T> {
  readonly item: T
  readonly rank: number
}

/**
 * A uniform sample of at most `limit` items of a stream. Items with the same key are kept or dropped together. Equal streams
 * give equal samples. Holds at most twice `limit` items at a time.
 */
export class EvenSample<T> {
  private kept: Kept<T>[] = []
  private bound = Number.POSITIVE_INFINITY

  constructor(
    private readonly limit: number,
    private readonly keyOf: (item: T) => string,
  ) {}

  /** Adds an item of the stream. */
  add(item: T): void {
    const rank = rankOf(this.keyOf(item))
    if (rank >= this.bound) return
    this.kept.push({ item, rank })
    if (this.kept.length > 2 * this.limit) this.dropHighest()
  }

  /** Returns the sample in stream order. */
  items(): readonly T[] {
    this.dropHighest()
    return this.kept.map(({ item }) => item)
  }

  /** Keeps the items with the lowest ranks. Drops the first rank beyond the limit completely, and all higher ranks. */
  private dropHighest(): void {
    if (this.kept.length <= this.limit) return
    const ranks = this.kept.map(({ rank }) => rank).sort((one, other) => one - other)
    this.bound = ranks[this.limit] as number
    this.kept = this.kept.filter(({ rank }) => rank < this.bound)
  }
}

/** Returns 48 bits of the hash of a key. */
const rankOf = (key: string): number => Number.parseInt(hash('sha256', key, 'hex').slice(0, 12), 16)
