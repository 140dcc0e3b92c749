import { HashNumbers } from '../../../utils/hash/hashIndex'
import { BANDS, type Signatures } from './minHash'

/** Texts that are to be found, in buckets: one for each hash of each band. */
export class BandBuckets {
  /** The bucket of each band of each text, of those too that are not to be found. */
  private readonly buckets: Int32Array
  /** Where the texts of each bucket start in `found`. */
  private readonly starts: Int32Array
  /** The texts of all buckets, each bucket's in their order. */
  readonly indexedTexts: Int32Array

  constructor({ bands }: Signatures, isToBeFound: (text: number) => boolean) {
    const numbers = new HashNumbers(bands.length)
    this.buckets = bands.map((hash, place) => numbers.numberOf(hash, place % BANDS, place + 1))
    const texts = Int32Array.from({ length: bands.length / BANDS }, (_, text) => text).filter(isToBeFound)
    this.indexedTexts = new Int32Array(texts.length * BANDS)
    this.starts = new Int32Array(numbers.size + 1)
    for (const text of texts) for (let band = 0; band < BANDS; band++) this.count(this.bucketOf(text, band) + 1)
    for (let bucket = 0; bucket < numbers.size; bucket++) this.starts[bucket + 1] = this.end(bucket) + this.start(bucket)
    this.fill(texts)
  }

  bucketOf(text: number, band: number): number {
    return this.buckets[text * BANDS + band] as number
  }

  /** Where a bucket starts in `found`. */
  start(bucket: number): number {
    return this.starts[bucket] as number
  }

  /** Where it ends. */
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
