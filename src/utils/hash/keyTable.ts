/** Maximum share of occupied entries, so that probing stays short. */
const LOAD = 0.75
const WORDS = 3

/**
 * A growing map from 64-bit keys (as 16 hexadecimal digits) to small integers. Takes 16 to 32 bytes per entry, a fifth of a
 * `Map`.
 */
export class KeyTable {
  private words: Int32Array
  private places = 1024
  private taken = 0

  constructor() {
    this.words = new Int32Array(this.places * WORDS)
  }

  /** Returns the integer of a key. Stores `value` for a new key. */
  getOrSet(key: string, value: number): number {
    if (this.taken >= this.places * LOAD) this.grow()
    const high = Number.parseInt(key.slice(0, 8), 16) | 0
    const low = Number.parseInt(key.slice(8, 16), 16) | 0
    const at = this.find(high, low)
    const found = this.words[at + 2] as number
    // Integers are stored plus 1, so 0 marks a free entry.
    if (found !== 0) return found - 1
    this.words[at] = high
    this.words[at + 1] = low
    this.words[at + 2] = value + 1
    this.taken += 1
    return value
  }

  private find(high: number, low: number): number {
    for (let place = ((high ^ Math.imul(low, 0x9e3779b1)) >>> 0) % this.places; ; place = (place + 1) % this.places) {
      const at = place * WORDS
      if (this.words[at + 2] === 0 || (this.words[at] === high && this.words[at + 1] === low)) return at
    }
  }

  private grow(): void {
    const before = this.words
    this.places *= 2
    this.words = new Int32Array(this.places * WORDS)
    for (let at = 0; at < before.length; at += WORDS) {
      if (before[at + 2] === 0) continue
      const to = this.find(before[at] as number, before[at + 1] as number)
      this.words.set(before.subarray(at, at + WORDS), to)
    }
  }
}
