import { type Fingerprint, fingerprint } from './fingerprint'

/** How many texts another one equals. */
export interface EqualTexts {
  readonly rows: number
  /** How many of them have another mark than one that they equal. */
  readonly apart: number
}

/** 64-bit hashes of rows, 8 bytes each, to find equal ones by sorting: an account apart from the one the build keeps. */
export class RowHashes {
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
    const print = fingerprint(text, HASH_SEED, this.scratch)
    this.addHash(print[0] as number, print[1] as number, mark)
  }

  /** Adds a hash in two words. */
  addHash(first: number, second: number, mark: number): void {
    this.halves[this.size * 2] = (first & ~3) | mark
    this.halves[this.size * 2 + 1] = second
    this.size += 1
  }

  /** Counts neighbours in sorted order that have the same hash, and those of them that have different marks. */
  countEqual(): EqualTexts {
    this.hashes.subarray(0, this.size).sort()
    const { halves } = this
    let [rows, apart] = [0, 0]
    for (let at = 2; at < 2 * this.size; at += 2) {
      const difference = (halves[at] as number) ^ (halves[at - 2] as number)
      if ((difference & ~3) !== 0 || halves[at + 1] !== halves[at - 1]) continue
      rows += 1
      if (difference !== 0) apart += 1
    }
    return { rows, apart }
  }
}

const HASH_SEED = 0x726f7773
