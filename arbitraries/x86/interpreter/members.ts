/** Subset of a fixed list, one bit per member. It is cheap to create and to join, unlike a set of sets for each instruction. */
export class Members<T> implements Iterable<T> {
  constructor(
    private readonly all: readonly T[],
    private readonly bits: number,
  ) {}

  get size(): number {
    let count = 0
    for (let rest = this.bits; rest !== 0; rest &= rest - 1) count++
    return count
  }

  has(one: T): boolean {
    const index = this.all.indexOf(one)
    return index >= 0 && (this.bits & (1 << index)) !== 0
  }

  [Symbol.iterator](): Iterator<T> {
    return this.all.filter((_, index) => (this.bits & (1 << index)) !== 0)[Symbol.iterator]()
  }
}
