import { HashIndex } from '../../../utils/hash/hashIndex'
import { BANDS, type Signatures } from './minHash'

/** Index of texts by the hashes of their bands: one bucket per hash and band. */
export class BandBuckets {
  /** Bucket of each band of each text, including texts that are not indexed. */
  private readonly buckets: Int32Array
  /** Start of each bucket in `indexedTexts`. */
  private readonly starts: Int32Array
  /** Texts of all buckets, ascending inside a bucket. */
  readonly indexedTexts: Int32Array

  /** @param isIndexed decides which texts the buckets contain */
  constructor({ bands }: Signatures, isIndexed: (text: number) => boolean) {
    const numbers = new HashIndex(bands.length)
    this.buckets = bands.map((hash, place) => numbers.numberOf(hash, place % BANDS, place + 1))
    const texts = Int32Array.from({ length: bands.length / BANDS }, (_, text) => text).filter(isIndexed)
    this.indexedTexts = new Int32Array(texts.length * BANDS)
    this.starts = new Int32Array(numbers.size + 1)
    for (const text of texts) for (let band = 0; band < BANDS; band++) this.count(this.bucketOf(text, band) + 1)
    for (let bucket = 0; bucket < numbers.size; bucket++) this.starts[bucket + 1] = this.end(bucket) + this.start(bucket)
    this.fill(texts)
  }

  bucketOf(text: number, band: number): number {
    return this.buckets[text * BANDS + band] as number
  }

  /** Returns the start of a bucket in `indexedTexts`. */
  start(bucket: number): number {
    return this.starts[bucket] as number
  }

  /** Returns the end of a bucket in `indexedTexts`. */
  end(bucket: number): number {
    return this.starts[bucket + 1] as number
  }

  private count(bucket: number): void {
    this.starts[bucket] = this.start(bucket) + 1
  }

  private fill(texts: Int32Array): void {
    const next = this.starts.slice()
    for (const text of texts) {
      for (let band = 0; band < BANDS; band++) {
        const bucket = this.bucketOf(text, band)
        const place = next[bucket] as number
        this.indexedTexts[place] = text
        next[bucket] = place + 1
      }
    }
  }
}
