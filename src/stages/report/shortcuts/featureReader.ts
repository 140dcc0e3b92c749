import { prefixSlot } from './prefixes'
import { MASK } from './mask'
import { lengthBucket } from './lengths'

/** What a feature is: each line, words and pairs of neighbouring words, neighbouring characters, the length, the first and the last word. */
export const [HEADER_LINE, WORDS, CHARACTERS, LENGTH, FIRST_TOKEN, LAST_TOKEN] = [0, 1, 2, 3, 4, 5] as const

const MIN_GRAM = 3
const MAX_GRAM = 5
const LINE_FEED = 10
const MASK_UNIT = MASK.charCodeAt(0)
/** A text of n characters has fewer features than five for each, and these. */
const MAX_OTHERS = 8

/** Odd bases and factors of two hashes, 32 bits each. */
const BASE = 0x01000193
const OTHER_BASE = 0x5bd1e995
const FACTOR = 0x2c1b3c6d
const OTHER_FACTOR = 0x297a2d39
const KIND = 0x10000000

/** Where a feature stands in its text. */
export interface FeaturePlace {
  readonly kind: number
  readonly start: number
  readonly end: number
}

export interface FeatureReaderOptions {
  /** Whether some of the texts are covered up in part: then what is about a whole text is in none of them. */
  readonly hasMasks?: boolean
  /** What the features that matter begin with, where others need not be read; some are read none the less. */
  readonly prefixes?: Uint8Array
}

/**
 * Reads the surface features of a text, in the order in which they stand there, as often as they do, each as 64 bits of hash.
 * What is covered up is in none of them.
 *
 * The hash of any part of a text is the difference of two hashes of its beginnings (Karp and Rabin 1987): no text is copied.
 */
export class FeatureReader {
  size = 0
  highs = new Int32Array(0)
  lows = new Int32Array(0)
  starts = new Int32Array(0)
  private readonly hasMasks: boolean
  private readonly prefixes: Uint8Array | undefined
  /** The hashes of the text's beginnings, and the powers of the bases. */
  private one = new Int32Array(1)
  private other = new Int32Array(1)
  private powers = new Int32Array(1)
  private otherPowers = new Int32Array(1)
  /** Where the features of a text stand, while that is asked for. */
  private places: FeaturePlace[] | undefined

  constructor({ hasMasks: parts = false, prefixes: beginnings }: FeatureReaderOptions = {}) {
    this.hasMasks = parts
    this.prefixes = beginnings
  }

  /** Reads a text, and gives what is read; until the next text is. */
  read(text: string): this {
    this.size = 0
    this.makeRoom(text.length)
    this.hashPrefixes(text)
    const covered = text.indexOf(MASK)
    this.readGrams(text, covered)
    this.readLines(text)
    this.readWords(text)
    if (!this.hasMasks && covered < 0) {
      const bucket = lengthBucket(text)
      this.put(LENGTH, 0, 0, bucket, bucket)
    }
    return this
  }

  /** Where the features of a text stand, in the order in which they are read. */
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

  /** In each part that is not covered up. */
  private readGrams(text: string, firstCovered: number): void {
    let start = 0
    for (let covered = firstCovered; covered >= 0; covered = text.indexOf(MASK, start)) {
      this.readGramsOf(start, covered)
      start = covered + 1
    }
    this.readGramsOf(start, text.length)
  }

  /** All but those at the end are put three at a time, several times as fast as one by one: they are most of all features. */
  private readGramsOf(first: number, end: number): void {
    const whole = this.places === undefined ? end - MAX_GRAM : -1
    for (let start = this.putGrams(first, whole); start + MIN_GRAM <= end; start++) {
      for (let stop = start + MIN_GRAM; stop <= Math.min(end, start + MAX_GRAM); stop++) this.putPart(CHARACTERS, start, stop)
    }
  }

  /** Puts those from each start up to the last, and tells what comes after it. What does not change stands before the loop, at hand. */
  private putGrams(first: number, last: number): number {
    const { highs, lows, starts, one, other, prefixes: beginnings } = this
    const power3 = this.powers[3] as number
    const power4 = this.powers[4] as number
    const power5 = this.powers[5] as number
    const otherPower3 = this.otherPowers[3] as number
    const otherPower4 = this.otherPowers[4] as number
    const otherPower5 = this.otherPowers[5] as number
    const told = Math.imul(CHARACTERS * KIND + MIN_GRAM, FACTOR)
    const otherTold = Math.imul(CHARACTERS * KIND + MIN_GRAM, OTHER_FACTOR)
    let at = this.size
    let start = first
    for (; start <= last; start++) {
      const before = one[start] as number
      const high = ((one[start + 3] as number) - Math.imul(before, power3)) | 0
      if (beginnings !== undefined && beginnings[prefixSlot(high)] === 0) continue
      const otherBefore = other[start] as number
      highs[at] = (high + told) | 0
      highs[at + 1] = ((((one[start + 4] as number) - Math.imul(before, power4)) | 0) + told + FACTOR) | 0
      highs[at + 2] = ((((one[start + 5] as number) - Math.imul(before, power5)) | 0) + told + 2 * FACTOR) | 0
      lows[at] = ((((other[start + 3] as number) - Math.imul(otherBefore, otherPower3)) | 0) + otherTold) | 0
      lows[at + 1] = ((((other[start + 4] as number) - Math.imul(otherBefore, otherPower4)) | 0) + otherTold + OTHER_FACTOR) | 0
      lows[at + 2] = ((((other[start + 5] as number) - Math.imul(otherBefore, otherPower5)) | 0) + otherTold + 2 * OTHER_FACTOR) | 0
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
    // The kind and the length are told apart too: a NUL at the start leaves a hash as it is.
    const told = kind * KIND + end - start
    this.highs[at] = one + Math.imul(told, FACTOR)
    this.lows[at] = other + Math.imul(told, OTHER_FACTOR)
    this.starts[at] = start
    this.places?.push({ kind, start, end })
  }

  /** Whether a feature that matters may begin with the three characters from here on. */
  private isWanted(start: number): boolean {
    const { prefixes: beginnings, one } = this
    if (beginnings === undefined) return true
    const hash = (one[start + MIN_GRAM] as number) - Math.imul(one[start] as number, this.powers[MIN_GRAM] as number)
    return beginnings[prefixSlot(hash)] === 1
  }
}

/** The hash of the three characters from a start on, with which features begin. */
export function prefixHash(text: string, start: number): number {
  let hash = 0
  for (let at = start; at < start + MIN_GRAM; at++) hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
  return hash
}

/** The last word, unless it is covered up. */
function lastWord(text: string): { readonly start: number; readonly end: number } | undefined {
  let end = text.length
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end -= 1
  let start = end
  while (start > 0 && text.charCodeAt(start - 1) > 32) start -= 1
  return start === end ? undefined : { start, end }
}

function powersOf(base: number, most: number): Int32Array<ArrayBuffer> {
  const powers = new Int32Array(most + 1).fill(1)
  for (let power = 1; power <= most; power++) powers[power] = Math.imul(powers[power - 1] as number, base)
  return powers
}
