import { HashIndex } from '../../../utils/hash/hashIndex'
import { PREFIX_SLOTS } from './prefixes'
import type { FeatureIndex } from './featureIndex'
import { FeatureReader } from './featureReader'
import type { FeatureCounts } from './featureCount'

/** Counts of the rows that have given features; other features are ignored. */
export class KnownFeatures {
  private readonly numbers: HashIndex
  private readonly reader: FeatureReader
  /** Fields of each feature: its rows, the first of them, and its position among that row's features. */
  private readonly rows: Int32Array
  private readonly firstRows: Int32Array
  private readonly orders: Int32Array

  constructor(
    index: FeatureIndex,
    private readonly features: readonly FeatureCounts[],
  ) {
    this.numbers = new HashIndex(features.length)
    const prefixes = new Uint8Array(PREFIX_SLOTS)
    for (const { feature } of features) {
      index.markPrefix(feature, prefixes)
      this.numbers.numberOf(index.highOf(feature), index.lowOf(feature), -1)
    }
    this.reader = new FeatureReader({ prefixes })
    this.rows = Int32Array.from(features, one => one.rows)
    this.firstRows = Int32Array.from(features, one => one.firstRow)
    this.orders = Int32Array.from(features, one => one.order)
  }

  /** Counts a row for each of its features. */
  count(text: string, row: number): void {
    const { numbers, rows, firstRows } = this
    const { size, highs, lows } = this.reader.read(text)
    for (let at = 0; at < size; at++) {
      const number = numbers.numberOfKnown(highs[at] as number, lows[at] as number, row)
      if (number < 0) continue
      rows[number] = (rows[number] as number) + 1
      if (row > (firstRows[number] as number)) continue
      firstRows[number] = row
      this.orders[number] = at
    }
  }

  /** Returns the current counts. */
  counted(): readonly FeatureCounts[] {
    return this.features.map((one, number) => ({
      ...one,
      rows: this.rows[number] as number,
      firstRow: this.firstRows[number] as number,
      turn: this.orders[number] as number,
    }))
  }
}
