/** At most this part of the places is taken, so that a search stays short. */
const LOAD = 0.75
const WORDS = 3

/**
 * A map from 64-bit keys (as 16 hexadecimal digits) to small integers that grows as it fills: 16 to 32 bytes an entry,
 * a fifth of what a `Map` takes.
 */
export class KeyTable {
  private words: Int32Array
  private places = 1024
  private taken = 0

  constructor() {
    this.words = new Int32Array(this.places * WORDS)
  }

  /** The integer of a key; a key that is new gets this one. */
  getOrSet(key: string, value: number): number {
    if (this.taken >= this.places * LOAD) this.grow()
    const high = Number.parseInt(key.slice(0, 8), 16) | 0
    const low = Number.parseInt(key.slice(8, 16), 16) | 0
    const at = this.find(high, low)
    const found = this.words[at + 2] as number
    // A place without an integer is free: integers are stored one greater than they are.
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
