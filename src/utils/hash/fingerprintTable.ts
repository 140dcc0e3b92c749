import type { Fingerprint } from './fingerprint'

/** Maximum share of occupied entries, so that probing stays short. */
const LOAD = 0.85
const WORDS = 4

/**
 * A map with fixed capacity from fingerprints to numbers from 0 to 3. Takes 18.8 bytes per entry.
 *
 * Uses open addressing with linear probing. The two lowest bits of the last word hold the number.
 */
export class FingerprintTable {
  private readonly words: Int32Array
  private readonly places: number

  constructor(capacity: number) {
    this.places = Math.max(8, Math.ceil(capacity / LOAD))
    this.words = new Int32Array(this.places * WORDS)
  }

  /** Returns the number of a fingerprint; undefined if it has none. */
  get(fingerprint: Fingerprint): number | undefined {
    const place = this.placeOf(fingerprint)
    return this.isFree(place) ? undefined : (this.words[place * WORDS + 3] as number) & 3
  }

  /** Stores a number from 0 to 3 for a fingerprint. */
  set(fingerprint: Fingerprint, value: number): void {
    const place = this.placeOf(fingerprint) * WORDS
    this.words[place] = firstWordOf(fingerprint)
    this.words[place + 1] = fingerprint[1] as number
    this.words[place + 2] = fingerprint[2] as number
    this.words[place + 3] = ((fingerprint[3] as number) & ~3) | value
  }

  private placeOf(fingerprint: Fingerprint): number {
    const first = firstWordOf(fingerprint)
    for (let place = (first >>> 0) % this.places; ; place = place + 1 === this.places ? 0 : place + 1) {
      if (this.isFree(place)) return place
      const at = place * WORDS
      const same =
        this.words[at] === first &&
        this.words[at + 1] === fingerprint[1] &&
        this.words[at + 2] === fingerprint[2] &&
        ((this.words[at + 3] as number) & ~3) === ((fingerprint[3] as number) & ~3)
      if (same) return place
    }
  }

  private isFree(place: number): boolean {
    return this.words[place * WORDS] === 0
  }
}

/** Returns the first word, with 1 instead of 0, because 0 marks a free entry. */
const firstWordOf = (fingerprint: Fingerprint): number => fingerprint[0] || 1
