import { prefixSlot } from './prefixes'
import { MASK } from './mask'
import { lengthBucket } from './lengths'

/** Kinds of features: lines, words and pairs of neighbouring words, neighbouring characters, the length, the first and the last word. */
export const [HEADER_LINE, WORDS, CHARACTERS, LENGTH, FIRST_TOKEN, LAST_TOKEN] = [0, 1, 2, 3, 4, 5] as const

const MIN_GRAM = 3
const MAX_GRAM = 5
const LINE_FEED = 10
const MASK_UNIT = MASK.charCodeAt(0)
/** Constant part of the maximum number of features: a text of n characters has fewer than 5n plus this many. */
const MAX_OTHERS = 8

/** Odd bases and factors of two 32-bit hashes. */
const BASE = 0x01000193
const OTHER_BASE = 0x5bd1e995
const FACTOR = 0x2c1b3c6d
const OTHER_FACTOR = 0x297a2d39
const KIND = 0x10000000

/** Kind of a feature and its place in the text. */
export interface FeaturePlace {
  readonly kind: number
  readonly start: number
  readonly end: number
}

/** Options of {@link FeatureReader}. */
export interface FeatureReaderOptions {
  /** True if some texts are partly masked; then features of whole texts are left out. @defaultValue false */
  readonly hasMasks?: boolean
  /**
   * Flags by prefix slot: 1 if a wanted feature begins with three characters of that slot. Features of unmarked slots are skipped;
   * shorter features and the length are always read.
   */
  readonly prefixes?: Uint8Array
}

/**
 * Reader of a text's surface features, in order and with repetitions, each as a 64-bit hash. No feature contains masked text.
 *
 * The hash of any part of a text is the difference of the hashes of two prefixes (Karp and Rabin 1987), so no text is copied.
 */
export class FeatureReader {
  size = 0
  highs = new Int32Array(0)
  lows = new Int32Array(0)
  starts = new Int32Array(0)
  private readonly hasMasks: boolean
  private readonly prefixes: Uint8Array | undefined
  /** Hashes of the text's prefixes, and powers of the bases. */
  private one = new Int32Array(1)
  private other = new Int32Array(1)
  private powers = new Int32Array(1)
  private otherPowers = new Int32Array(1)
  /** Places of the features, while `placesIn` runs. */
  private places: FeaturePlace[] | undefined

  constructor({ hasMasks = false, prefixes }: FeatureReaderOptions = {}) {
    this.hasMasks = hasMasks
    this.prefixes = prefixes
  }

  /** Reads a text and returns this reader. The features are valid until the next call. */
  read(text: string): this {
    this.size = 0
    this.makeRoom(text.length)
    this.hashPrefixes(text)
    const firstMask = text.indexOf(MASK)
    this.readGrams(text, firstMask)
    this.readLines(text)
    this.readWords(text)
    if (!this.hasMasks && firstMask < 0) {
      const bucket = lengthBucket(text)
      this.put(LENGTH, 0, 0, bucket, bucket)
    }
    return this
  }

  /** Returns the places of a text's features, in reading order. */
  placesIn(text: string): readonly FeaturePlace[] {
    const places: FeaturePlace[] = []
    this.places = places
    this.read(text)
    this.places = undefined
    return places
  }

  private makeRoom(length: number): void {
    if (length < this.one.length) return
    const units = 2 * length
    this.highs = new Int32Array(5 * units + MAX_OTHERS)
    this.lows = new Int32Array(5 * units + MAX_OTHERS)
    this.starts = new Int32Array(5 * units + MAX_OTHERS)
    this.one = new Int32Array(units + 1)
    this.other = new Int32Array(units + 1)
    this.powers = powersOf(BASE, units + MAX_GRAM)
    this.otherPowers = powersOf(OTHER_BASE, units + MAX_GRAM)
  }

  private hashPrefixes(text: string): void {
    const ones = this.one
    const others = this.other
    let one = 0
    let other = 0
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at)
      one = (Math.imul(one, BASE) + unit) | 0
      other = (Math.imul(other, OTHER_BASE) + unit) | 0
      ones[at + 1] = one
      others[at + 1] = other
    }
  }

  /** Reads the n-grams of each part between masks. */
  private readGrams(text: string, firstMask: number): void {
    let start = 0
    for (let masked = firstMask; masked >= 0; masked = text.indexOf(MASK, start)) {
      this.readGramsOf(start, masked)
      start = masked + 1
    }
    this.readGramsOf(start, text.length)
  }

  /**
   * Reads the n-grams of a part. At all starts but the last, three n-grams are stored at a time. This is several times as fast, and
   * n-grams are most of the features.
   */
  private readGramsOf(first: number, end: number): void {
    const whole = this.places === undefined ? end - MAX_GRAM : -1
    for (let start = this.putGrams(first, whole); start + MIN_GRAM <= end; start++) {
      for (let stop = start + MIN_GRAM; stop <= Math.min(end, start + MAX_GRAM); stop++) this.putPart(CHARACTERS, start, stop)
    }
  }

  /** Stores the n-grams of each start up to `last`, and returns the next start. Fields are copied to constants, because the loop is hot. */
  private putGrams(first: number, last: number): number {
    const { highs, lows, starts, one, other, prefixes } = this
    const power3 = this.powers[3] as number
    const power4 = this.powers[4] as number
    const power5 = this.powers[5] as number
    const otherPower3 = this.otherPowers[3] as number
    const otherPower4 = this.otherPowers[4] as number
    const otherPower5 = this.otherPowers[5] as number
    const salt = Math.imul(CHARACTERS * KIND + MIN_GRAM, FACTOR)
    const otherSalt = Math.imul(CHARACTERS * KIND + MIN_GRAM, OTHER_FACTOR)
    let at = this.size
    let start = first
    for (; start <= last; start++) {
      const before = one[start] as number
      const high = ((one[start + 3] as number) - Math.imul(before, power3)) | 0
      if (prefixes !== undefined && prefixes[prefixSlot(high)] === 0) continue
      const otherBefore = other[start] as number
      highs[at] = (high + salt) | 0
      highs[at + 1] = ((((one[start + 4] as number) - Math.imul(before, power4)) | 0) + salt + FACTOR) | 0
      highs[at + 2] = ((((one[start + 5] as number) - Math.imul(before, power5)) | 0) + salt + 2 * FACTOR) | 0
      lows[at] = ((((other[start + 3] as number) - Math.imul(otherBefore, otherPower3)) | 0) + otherSalt) | 0
      lows[at + 1] = ((((other[start + 4] as number) - Math.imul(otherBefore, otherPower4)) | 0) + otherSalt + OTHER_FACTOR) | 0
      lows[at + 2] = ((((other[start + 5] as number) - Math.imul(otherBefore, otherPower5)) | 0) + otherSalt + 2 * OTHER_FACTOR) | 0
      starts[at] = start
      starts[at + 1] = start
      starts[at + 2] = start
      at += 3
    }
    this.size = at
    return start
  }

  private readLines(text: string): void {
    for (let start = 0; start <= text.length; ) {
      const end = text.indexOf('\n', start)
      const stop = end < 0 ? text.length : end
      this.putUnmasked(HEADER_LINE, text, start, stop)
      start = stop + 1
    }
  }

  private readWords(text: string): void {
    let before = -1
    let start = -1
    let first = !this.hasMasks && !text.startsWith(MASK)
    for (let at = 0; at <= text.length; at++) {
      const unit = at < text.length ? text.charCodeAt(at) : LINE_FEED
      const isSpace = unit <= 32 || unit === MASK_UNIT
      if (!isSpace && start < 0) start = at
      if (!isSpace || start < 0) {
        if (unit === MASK_UNIT) before = -1
        continue
      }
      this.putPart(WORDS, start, at)
      if (before >= 0) this.putPart(WORDS, before, at)
      if (first) this.putPart(FIRST_TOKEN, start, at)
      first = false
      before = unit === MASK_UNIT ? -1 : start
      start = -1
    }
    const last = this.hasMasks ? undefined : lastWord(text)
    if (last !== undefined) this.putUnmasked(LAST_TOKEN, text, last.start, last.end)
  }

  private putUnmasked(kind: number, text: string, start: number, end: number): void {
    for (let at = start; at < end; at++) if (text.charCodeAt(at) === MASK_UNIT) return
    this.putPart(kind, start, end)
  }

  private putPart(kind: number, start: number, end: number): void {
    const length = end - start
    if (length >= MIN_GRAM && !this.isWanted(start)) return
    const one = (this.one[end] as number) - Math.imul(this.one[start] as number, this.powers[length] as number)
    const other = (this.other[end] as number) - Math.imul(this.other[start] as number, this.otherPowers[length] as number)
    this.put(kind, start, end, one, other)
  }

  private put(kind: number, start: number, end: number, one: number, other: number): void {
    const at = this.size++
    // Kind and length are hashed too, because a leading NUL does not change the hash of a text.
    const salt = kind * KIND + end - start
    this.highs[at] = one + Math.imul(salt, FACTOR)
    this.lows[at] = other + Math.imul(salt, OTHER_FACTOR)
    this.starts[at] = start
    this.places?.push({ kind, start, end })
  }

  /** True if a wanted feature may begin with the three characters at `start`. */
  private isWanted(start: number): boolean {
    const { prefixes, one } = this
    if (prefixes === undefined) return true
    const hash = (one[start + MIN_GRAM] as number) - Math.imul(one[start] as number, this.powers[MIN_GRAM] as number)
    return prefixes[prefixSlot(hash)] === 1
  }
}

/** Returns the hash of the three characters at `start`, the prefix of the features that begin there. */
export function prefixHash(text: string, start: number): number {
  let hash = 0
  for (let at = start; at < start + MIN_GRAM; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
  return hash
}

/** Returns the place of the last word; undefined if there is none. */
function lastWord(text: string): { readonly start: number; readonly end: number } | undefined {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end -= 1
  let start = end
  while (start > 0 && text.charCodeAt(start - 1) > 32) start -= 1
  return start === end ? undefined : { start, end }
}

function powersOf(base: number, maxPower: number): Int32Array<ArrayBuffer> {
  const powers = new Int32Array(maxPower + 1).fill(1)
  for (let power = 1; power <= maxPower; power++) powers[power] = Math.imul(powers[power - 1] as number, base)
  return powers
}
