import { type Fingerprint, fingerprint } from './fingerprint'

/** Counts of repeated texts. */
export interface EqualTexts {
  /** Texts that equal a previous one. */
  readonly rows: number
  /** Texts that equal a previous one with another mark. */
  readonly withDifferentMark: number
}

/** 64-bit hashes of rows, 8 bytes each. Finds equal rows by sorting, independently of the duplicate check of the build. */
export class SortedHashes {
  private readonly hashes: BigUint64Array
  private readonly halves: Uint32Array
  private readonly scratch: Fingerprint = new Int32Array(4)
  private size = 0

  constructor(rows: number) {
    this.hashes = new BigUint64Array(rows)
    this.halves = new Uint32Array(this.hashes.buffer)
  }

  /** Adds a text with a mark from 0 to 3 in the lowest two bits. */
  add(text: string, mark: number): void {
    const hash = fingerprint(text, HASH_SEED, this.scratch)
    this.addHash(hash[0] as number, hash[1] as number, mark)
  }

  /** Adds a hash given as two words, with a mark from 0 to 3. */
  addHash(first: number, second: number, mark: number): void {
    this.halves[this.size * 2] = (first & ~3) | mark
    this.halves[this.size * 2 + 1] = second
    this.size += 1
  }

  /** Counts equal neighbours in sorted order, and equal neighbours with different marks. */
  countEqual(): EqualTexts {
    this.hashes.subarray(0, this.size).sort()
    const { halves } = this
    let [rows, withDifferentMark] = [0, 0]
    for (let at = 2; at < 2 * this.size; at += 2) {
      const difference = (halves[at] as number) ^ (halves[at - 2] as number)
      if ((difference & ~3) !== 0 || halves[at + 1] !== halves[at - 1]) continue
      rows += 1
      if (difference !== 0) withDifferentMark += 1
    }
    return { rows, withDifferentMark }
  }
}

const HASH_SEED = 0x726f7773
