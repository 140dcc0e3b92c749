import { hash } from 'node:crypto'

interface Kept<T> {
  readonly item: T
  readonly lot: number
}

/**
 * At most so many of the items that come by, each with the same chance; items of one key are kept or left together. Equal
 * items give equal samples, and no more than twice the number is held at a time.
 */
export class EvenSample<T> {
  private kept: Kept<T>[] = []
  private bound = Number.POSITIVE_INFINITY

  constructor(
    private readonly most: number,
    private readonly keyOf: (item: T) => string,
  ) {}

  add(item: T): void {
    const lot = lotOf(this.keyOf(item))
    if (lot >= this.bound) return
    this.kept.push({ item, lot })
    if (this.kept.length > 2 * this.most) this.leaveHighest()
  }

  /** In the order in which they came. */
  items(): readonly T[] {
    this.leaveHighest()
    return this.kept.map(({ item }) => item)
  }

  /** Those with the lowest lots stay: from the first that has no room on, with all that share its lot, they go. */
  private leaveHighest(): void {
    if (this.kept.length <= this.most) return
    const lots = this.kept.map(({ lot }) => lot).sort((one, other) => one - other)
    this.bound = lots[this.most] as number
    this.kept = this.kept.filter(({ lot }) => lot < this.bound)
  }
}

/** 48 bits of a key's hash. */
const lotOf = (key: string): number => Number.parseInt(hash('sha256', key, 'hex').slice(0, 12), 16)
