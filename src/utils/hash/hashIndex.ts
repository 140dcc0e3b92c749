/** Size of the smallest table, as a power of two. */
const MIN_BITS = 10
const LOAD = 0.5
/** Words of an entry: two halves of the hash, its number plus 1, and the last text that contained it. */
const ENTRY_WORDS = 4

/** Numbers 64-bit hashes, such as hashes of text features, from 0 in the order of their first use. */
export class HashIndex {
  private bits = MIN_BITS
  private entries: Int32Array
  /** Count of distinct hashes. */
  size = 0

  /** @param expected expected count of distinct hashes; the table grows if there are more */
  constructor(expected = 0) {
    while (LOAD * 2 ** this.bits < expected) this.bits += 1
    this.entries = new Int32Array(ENTRY_WORDS << this.bits)
  }

  /** Returns the number of a hash in a text, and assigns one to a new hash; -1 if this text was the last to contain it. */
  numberOf(high: number, low: number, text: number): number {
    const entries = this.entries
    const at = this.findEntry(high, low)
    const number = entries[at + 2] as number
    if (number !== 0) {
      if (entries[at + 3] === text) return -1
      entries[at + 3] = text
      return number - 1
    }
    entries[at] = high
    entries[at + 1] = low
    entries[at + 2] = ++this.size
    entries[at + 3] = text
    if (this.size > LOAD * 2 ** this.bits) this.grow()
    return this.size - 1
  }

  /** Returns the number of a hash in a text; -1 if it has none, or if this text was the last to contain it. */
  numberOfKnown(high: number, low: number, text: number): number {
    const slots = this.entries
    const at = this.findEntry(high, low)
    const number = slots[at + 2] as number
    if (number === 0 || slots[at + 3] === text) return -1
    slots[at + 3] = text
    return number - 1
  }

  /** Returns the offset of a hash's entry, or of the free entry for it. */
  private findEntry(high: number, low: number): number {
    const slots = this.entries
    const mask = slots.length - 1
    let at = (Math.imul((high + (low << 7)) | 0, 0x9e3779b1) >>> (32 - this.bits)) << 2
    while ((slots[at] !== high || slots[at + 1] !== low) && slots[at + 2] !== 0) at = (at + ENTRY_WORDS) & mask
    return at
  }

  private grow(): void {
    const before = this.entries
    this.bits += 1
    this.entries = new Int32Array(2 * before.length)
    for (let from = 0; from < before.length; from += ENTRY_WORDS) {
      if (before[from + 2] === 0) continue
      const at = this.findEntry(before[from] as number, before[from + 1] as number)
      for (let part = 0; part < ENTRY_WORDS; part++) this.entries[at + part] = before[from + part] as number
    }
  }
}
