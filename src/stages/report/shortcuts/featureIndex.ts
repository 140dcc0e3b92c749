import type { FeatureKind } from '../../../model/figures'
import { COVERED } from './coverUp'

const KINDS: readonly FeatureKind[] = ['header line', 'words', 'characters', 'length', 'first token', 'last token']
const [HEADER_LINE, WORDS, CHARACTERS, LENGTH, FIRST_TOKEN, LAST_TOKEN] = [0, 1, 2, 3, 4, 5] as const

const SHORTEST_GRAM = 3
const LONGEST_GRAM = 5
/** Lengths from a quarter of an octave to the next count as one. */
const LENGTHS_AN_OCTAVE = 4
const LOAD = 0.6
const LINE_FEED = 10

/**
 * Numbers the surface features of texts from 0: each line, words and pairs of neighbouring words, 3 to 5 neighbouring
 * characters, the length, the first and the last word. What is covered up is in none of them.
 *
 * A feature is known by 64 bits of hash, and shown by the place where it was first met: no text is copied.
 */
export class FeatureIndex {
  private table = new Int32Array(1 << 16)
  private hashes = new Int32Array(1 << 15)
  /** Of each feature: its kind, and the text, start and length where it was first met. */
  private places = new Int32Array(1 << 16)
  /** The last text in which a feature was met. */
  private lastText = new Int32Array(1 << 14)
  private readonly texts: string[] = []
  private found: number[] = []
  size = 0

  /** @param parts whether some of the texts are covered up in part: then what is about a whole text is in none of them */
  constructor(private readonly parts = false) {}

  /** The features of a text, each once, in the order in which they are met; read them before the next call. */
  add(text: string): readonly number[] {
    this.found = []
    this.texts.push(text)
    this.addGrams(text)
    this.addLines(text)
    this.addWords(text)
    if (!this.parts && !text.includes(COVERED)) {
      const bucket = Math.floor(LENGTHS_AN_OCTAVE * Math.log2(1 + text.length))
      this.meet(LENGTH, bucket, bucket, 0, 0)
    }
    return this.found
  }

  /** What a feature is, in words. */
  describe(feature: number): { readonly kind: FeatureKind; readonly feature: string } {
    const [kind = 0, text = 0, start = 0, length = 0] = this.places.subarray(4 * feature, 4 * feature + 4)
    const whole = this.texts[text] as string
    if (kind !== LENGTH) return { kind: KINDS[kind] as FeatureKind, feature: whole.slice(start, start + length) }
    const bucket = Math.floor(LENGTHS_AN_OCTAVE * Math.log2(1 + whole.length))
    const [least, most] = [bucket, bucket + 1].map(power => Math.ceil(2 ** (power / LENGTHS_AN_OCTAVE)) - 1) as [number, number]
    return { kind: 'length', feature: `${least} to ${Math.max(least, most - 1)} characters` }
  }

  private addGrams(text: string): void {
    for (let start = 0; start + SHORTEST_GRAM <= text.length; start++) {
      let one = 0
      let other = 0
      for (let length = 1; length <= LONGEST_GRAM && start + length <= text.length; length++) {
        const unit = text.charCodeAt(start + length - 1)
        if (unit === COVERED_UNIT) break
        one = Math.imul(one ^ unit, 0x01000193) + length
        other = Math.imul(other + unit, 0x5bd1e995) ^ (other >>> 13)
        if (length >= SHORTEST_GRAM) this.meet(CHARACTERS, one, other, start, length)
      }
    }
  }

  private addLines(text: string): void {
    for (let start = 0; start <= text.length; ) {
      const end = text.indexOf('\n', start)
      const stop = end < 0 ? text.length : end
      this.meetText(HEADER_LINE, text, start, stop)
      start = stop + 1
    }
  }

  private addWords(text: string): void {
    let before = -1
    let start = -1
    let end = 0
    let first = !this.parts && !text.startsWith(COVERED)
    for (let at = 0; at <= text.length; at++) {
      const unit = at < text.length ? text.charCodeAt(at) : LINE_FEED
      const isSpace = unit <= 32 || unit === COVERED_UNIT
      if (!isSpace && start < 0) start = at
      if (!isSpace || start < 0) {
        if (unit === COVERED_UNIT) before = -1
        continue
      }
      end = at
      this.meetText(WORDS, text, start, end)
      if (before >= 0) this.meetText(WORDS, text, before, end)
      if (first) this.meetText(FIRST_TOKEN, text, start, end)
      first = false
      before = unit === COVERED_UNIT ? -1 : start
      start = -1
    }
    const last = this.parts ? undefined : lastWord(text)
    if (last !== undefined) this.meetText(LAST_TOKEN, text, last.start, last.end)
  }

  private meetText(kind: number, text: string, start: number, end: number): void {
    let one = kind
    let other = kind
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at)
      if (unit === COVERED_UNIT) return
      one = Math.imul(one ^ unit, 0x01000193) + 1
      other = Math.imul(other + unit, 0x5bd1e995) ^ (other >>> 13)
    }
    this.meet(kind, one, other, start, end - start)
  }

  private meet(kind: number, one: number, other: number, start: number, length: number): void {
    const high = Math.imul(one ^ (one >>> 15) ^ (kind << 28), 0x2c1b3c6d) | 0
    const low = Math.imul(other ^ (other >>> 16) ^ (kind << 24), 0x297a2d39) | 0
    const feature = this.numberOf(high ^ (high >>> 13), low ^ (low >>> 15))
    if (feature === this.size) {
      this.size += 1
      if (this.size > this.lastText.length) this.growFeatures()
      this.hashes[2 * feature] = high ^ (high >>> 13)
      this.hashes[2 * feature + 1] = low ^ (low >>> 15)
      this.places.set([kind, this.texts.length - 1, start, length], 4 * feature)
      this.lastText[feature] = -1
      if (this.size > this.table.length * LOAD) this.growTable()
    }
    if (this.lastText[feature] === this.texts.length - 1) return
    this.lastText[feature] = this.texts.length - 1
    this.found.push(feature)
  }

  /** The number of a feature; a new one gets the next, and its place in the table. */
  private numberOf(high: number, low: number): number {
    const mask = this.table.length - 1
    for (let place = (high ^ Math.imul(low, 0x9e3779b1)) & mask; ; place = (place + 1) & mask) {
      const entry = this.table[place] as number
      if (entry === 0) {
        this.table[place] = this.size + 1
        return this.size
      }
      if (this.hashes[2 * entry - 2] === high && this.hashes[2 * entry - 1] === low) return entry - 1
    }
  }

  private growTable(): void {
    this.table = new Int32Array(2 * this.table.length)
    const mask = this.table.length - 1
    for (let feature = 0; feature < this.size; feature++) {
      const [high, low] = [this.hashes[2 * feature] as number, this.hashes[2 * feature + 1] as number]
      let place = (high ^ Math.imul(low, 0x9e3779b1)) & mask
      while (this.table[place] !== 0) place = (place + 1) & mask
      this.table[place] = feature + 1
    }
  }

  private growFeatures(): void {
    this.hashes = doubled(this.hashes)
    this.places = doubled(this.places)
    this.lastText = doubled(this.lastText)
  }
}

const COVERED_UNIT = COVERED.charCodeAt(0)

/** The last word, unless it is covered up. */
function lastWord(text: string): { readonly start: number; readonly end: number } | undefined {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end -= 1
  let start = end
  while (start > 0 && text.charCodeAt(start - 1) > 32) start -= 1
  return start === end ? undefined : { start, end }
}

function doubled(values: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * values.length)
  more.set(values)
  return more
}
