import type { FeatureKind } from '../../../model/figures'
import { HashIndex } from '../../../utils/hash/hashIndex'
import { prefixSlot } from './prefixes'
import { grown } from './grown'
import { type FeaturePlace, FeatureReader, prefixHash, LENGTH } from './featureReader'
import { bucketRange } from './lengths'

const KINDS: readonly FeatureKind[] = ['header line', 'words', 'characters', 'length', 'first token', 'last token']
/** Number of fields stored per feature. */
const FIELDS = 5

/**
 * Index that numbers the surface features of texts from 0: lines, words, pairs of neighbouring words, 3 to 5 neighbouring characters, the
 * length, the first and the last word. No feature contains masked text.
 *
 * A feature is identified by a 64-bit hash and rendered from its first occurrence, so no text is copied.
 */
export class FeatureIndex {
  private readonly numbers = new HashIndex()
  private readonly reader: FeatureReader
  /** Fields of each feature: both halves of its hash, and of its first occurrence the text, the position among that text's features, and the start. */
  private known = new Int32Array(FIELDS * 4096)
  private readonly texts: string[] = []
  private found = new Int32Array(0)

  /** @param hasMasks true if some texts are partly masked; then features of whole texts are left out */
  constructor(hasMasks = false) {
    this.reader = new FeatureReader({ hasMasks })
  }

  get size(): number {
    return this.numbers.size
  }

  /** Adds a text and returns its features, each once, in order of occurrence. The array is valid until the next call. */
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

  /** Returns the high half of a feature's hash. */
  highOf(feature: number): number {
    return this.known[FIELDS * feature] as number
  }

  /** Returns the low half of a feature's hash. */
  lowOf(feature: number): number {
    return this.known[FIELDS * feature + 1] as number
  }

  /** Returns the kind and the text of a feature. */
  describe(feature: number): { readonly kind: FeatureKind; readonly feature: string } {
    const { kind, start, end } = this.placeOf(feature)
    if (kind !== LENGTH) return { kind: KINDS[kind] as FeatureKind, feature: this.textOf(feature).slice(start, end) }
    return { kind: 'length', feature: `${bucketRange(this.textOf(feature)).join(' to ')} characters` }
  }

  /** Marks the prefix of a feature, for a reader that reads only features with marked prefixes. */
  markPrefix(feature: number, prefixes: Uint8Array): void {
    const start = this.known[FIELDS * feature + 4] as number
    prefixes[prefixSlot(prefixHash(this.textOf(feature), start))] = 1
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
