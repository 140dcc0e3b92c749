/** Slots of the smallest table, as a power of two. */
const FEWEST_BITS = 10
const LOAD = 0.5
/** What a slot holds: the two halves of a hash, its number and 1, the text in which it was last met. */
const SLOT = 4

/** Numbers what is known by 64 bits of hash, as the features of texts are, from 0 in the order in which it is first met. */
export class HashNumbers {
  private bits = FEWEST_BITS
  private slots: Int32Array
  size = 0

  /** @param expected how many numbers there will be about; room for more is made when it is needed */
  constructor(expected = 0) {
    while (LOAD * 2 ** this.bits < expected) this.bits += 1
    this.slots = new Int32Array(SLOT << this.bits)
  }

  /** The number of a hash that is met in a text, a new one if need be; -1 where the same text was the last to have it. */
  meet(high: number, low: number, text: number): number {
    const slots = this.slots
    const at = this.place(high, low)
    const number = slots[at + 2] as number
    if (number !== 0) {
      if (slots[at + 3] === text) return -1
      slots[at + 3] = text
      return number - 1
    }
    slots[at] = high
    slots[at + 1] = low
    slots[at + 2] = ++this.size
    slots[at + 3] = text
    if (this.size > LOAD * 2 ** this.bits) this.grow()
    return this.size - 1
  }

  /** The same for a hash that has a number; -1 where it has none. */
  meetKnown(high: number, low: number, text: number): number {
    const slots = this.slots
    const at = this.place(high, low)
    const number = slots[at + 2] as number
    if (number === 0 || slots[at + 3] === text) return -1
    slots[at + 3] = text
    return number - 1
  }

  /** The slot of a hash, or the empty one where it belongs. */
  private place(high: number, low: number): number {
    const slots = this.slots
    const mask = slots.length - 1
    let at = (Math.imul((high + (low << 7)) | 0, 0x9e3779b1) >>> (32 - this.bits)) << 2
    while ((slots[at] !== high || slots[at + 1] !== low) && slots[at + 2] !== 0) at = (at + SLOT) & mask
    return at
  }

  private grow(): void {
    const before = this.slots
    this.bits += 1
    this.slots = new Int32Array(2 * before.length)
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from + 2] === 0) continue
      const at = this.place(before[from] as number, before[from + 1] as number)
      for (let part = 0; part < SLOT; part++) this.slots[at + part] = before[from + part] as number
    }
  }
}
