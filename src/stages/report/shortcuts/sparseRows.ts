import { mix32 } from '../../../utils/hash/mix32'
import { MASK } from './mask'
import { grown } from './grown'
import { FeatureReader } from './featureReader'
import { HashIndex } from '../../../utils/hash/hashIndex'

/** Minimum number of rows of a feature. Rarer features do not generalise. */
const MIN_ROWS = 3
/** Estimated numbers of distinct features and of entries per character, for the initial allocation. */
const FEATURES_PER_UNIT = 0.4
const ENTRIES_PER_UNIT = 3.5

/**
 * Sparse rows: the features of each row, numbered from 0. Row r has the entries from `starts[r]` to `starts[r + 1]`.
 *
 * Features with exactly the same rows are merged into one with a multiplicity, because a classifier gives them equal weights.
 */
export interface SparseRows {
  readonly rows: number
  readonly features: number
  readonly starts: Int32Array
  readonly entries: Int32Array
  /** Multiplicity: number of features merged into each one. */
  readonly times: Int32Array
  /** Number of features of each row, with multiplicity. */
  readonly sizes: Int32Array
}

/** Returns the surface features of texts, without rare ones. */
export function sparseRows(texts: readonly string[]): SparseRows {
  const { starts, entries, size } = featuresOf(texts)
  const { numbers, times } = distinctFeatures(starts, entries, size)
  const sizes = new Int32Array(texts.length)
  let kept = 0
  for (let row = 0; row < texts.length; row++) {
    const [start, end] = [starts[row] as number, starts[row + 1] as number]
    starts[row] = kept
    for (let at = start; at < end; at++) {
      const number = numbers[entries[at] as number] as number
      if (number < 0) continue
      entries[kept++] = number
      sizes[row] = (sizes[row] as number) + (times[number] as number)
    }
  }
  starts[texts.length] = kept
  return { rows: texts.length, features: times.length, starts, entries: entries.slice(0, kept), times, sizes }
}

/** Returns all features of each text. */
function featuresOf(texts: readonly string[]): { readonly starts: Int32Array; readonly entries: Int32Array; readonly size: number } {
  const reader = new FeatureReader({ hasMasks: texts.some(text => text.includes(MASK)) })
  const units = texts.reduce((sum, text) => sum + text.length, 0)
  const table = new HashIndex(units * FEATURES_PER_UNIT)
  const starts = new Int32Array(texts.length + 1)
  let entries = new Int32Array(1 + Math.ceil(units * ENTRIES_PER_UNIT))
  let size = 0
  for (let row = 0; row < texts.length; row++) {
    reader.read(texts[row] as string)
    while (size + reader.size > entries.length) entries = grown(entries)
    for (let at = 0; at < reader.size; at++) {
      const feature = table.numberOf(reader.highs[at] as number, reader.lows[at] as number, row + 1)
      if (feature >= 0) entries[size++] = feature
    }
    starts[row + 1] = size
  }
  return { starts, entries, size: table.size }
}

interface DistinctFeatures {
  /** New number of each feature; -1 for a rare one, or one that is merged into another. */
  readonly numbers: Int32Array
  readonly times: Int32Array
}

/** Merges features with the same rows, which are found by a 64-bit hash of the rows. */
function distinctFeatures(starts: Int32Array, entries: Int32Array, size: number): DistinctFeatures {
  const counts = new Int32Array(size)
  const highs = new Int32Array(size)
  const lows = new Int32Array(size)
  for (let row = 0; row + 1 < starts.length; row++) {
    const [high, low] = [mix32(2 * row + 1), mix32(2 * row + 2)]
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const feature = entries[at] as number
      counts[feature] = (counts[feature] as number) + 1
      highs[feature] = (highs[feature] as number) + high
      lows[feature] = (lows[feature] as number) + low
    }
  }
  const table = new HashIndex(size / 4)
  const numbers = new Int32Array(size).fill(-1)
  const times = new Int32Array(size)
  for (let feature = 0; feature < size; feature++) {
    if ((counts[feature] as number) < MIN_ROWS) continue
    const known = table.size
    const number = table.numberOf(highs[feature] as number, lows[feature] as number, feature + 1)
    if (number === known) numbers[feature] = number
    times[number] = (times[number] as number) + 1
  }
  return { numbers, times: times.slice(0, table.size) }
}
