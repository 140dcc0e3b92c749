import type { FeatureKind } from '../../../model/figures'
import { HashNumbers } from '../../../utils/hash/hashIndex'
import { prefixSlot } from './prefixes'
import { grown } from './grown'
import { type FeaturePlace, FeatureReader, prefixHash, LENGTH } from './featureReader'
import { bucketRange } from './lengths'

const KINDS: readonly FeatureKind[] = ['header line', 'words', 'characters', 'length', 'first token', 'last token']
/** So many numbers are known of a feature. */
const FIELDS = 5

/**
 * Numbers the surface features of texts from 0: each line, words and pairs of neighbouring words, 3 to 5 neighbouring
 * characters, the length, the first and the last word. What is covered up is in none of them.
 *
 * A feature is known by 64 bits of hash, and shown by the place where it was first met: no text is copied.
 */
export class FeatureIndex {
  private readonly numbers = new HashNumbers()
  private readonly reader: FeatureReader
  /** Of each feature: the two halves of its hash, and in which text it was first met, as which of its features, and where that starts. */
  private known = new Int32Array(FIELDS * 4096)
  private readonly texts: string[] = []
  private found = new Int32Array(0)

  /** @param parts whether some of the texts are covered up in part: then what is about a whole text is in none of them */
  constructor(parts = false) {
    this.reader = new FeatureReader({ hasMasks: parts })
  }

  get size(): number {
    return this.numbers.size
  }

  /** The features of a text, each once, in the order in which they are met; read them before the next call. */
  add(text: string): Int32Array {
    const { size, highs, lows } = this.reader.read(text)
    const numbers = this.numbers
    const stamp = this.texts.push(text)
    if (size > this.found.length) this.found = new Int32Array(2 * size)
    let found = 0
    for (let at = 0; at < size; at++) {
      const known = numbers.size
      const feature = numbers.numberOf(highs[at] as number, lows[at] as number, stamp)
      if (feature < 0) continue
      this.found[found++] = feature
      if (feature === known) this.keep(feature, at)
    }
    return this.found.subarray(0, found)
  }

  /** The two halves of the hash that a feature is known by. */
  highOf(feature: number): number {
    return this.known[FIELDS * feature] as number
  }

  lowOf(feature: number): number {
    return this.known[FIELDS * feature + 1] as number
  }

  /** What a feature is, in words. */
  describe(feature: number): { readonly kind: FeatureKind; readonly feature: string } {
    const { kind, start, end } = this.placeOf(feature)
    if (kind !== LENGTH) return { kind: KINDS[kind] as FeatureKind, feature: this.textOf(feature).slice(start, end) }
    return { kind: 'length', feature: `${bucketRange(this.textOf(feature)).join(' to ')} characters` }
  }

  /** Marks what a feature begins with, for a reader of features that begin so. */
  markPrefix(feature: number, beginnings: Uint8Array): void {
    const start = this.known[FIELDS * feature + 4] as number
    beginnings[prefixSlot(prefixHash(this.textOf(feature), start))] = 1
  }

  private textOf(feature: number): string {
    return this.texts[this.known[FIELDS * feature + 2] as number] as string
  }

  private placeOf(feature: number): FeaturePlace {
    return this.reader.placesIn(this.textOf(feature))[this.known[FIELDS * feature + 3] as number] as FeaturePlace
  }

  private keep(feature: number, at: number): void {
    if (FIELDS * feature === this.known.length) this.known = grown(this.known)
    const place = FIELDS * feature
    this.known[place] = this.reader.highs[at] as number
    this.known[place + 1] = this.reader.lows[at] as number
    this.known[place + 2] = this.texts.length - 1
    this.known[place + 3] = at
    this.known[place + 4] = this.reader.starts[at] as number
  }
}
