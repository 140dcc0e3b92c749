import { COVERED } from './coverUp'
import { FeatureIndex } from './featureIndex'

/** Features that fewer rows have tell nothing that holds for others. */
const FEWEST_ROWS = 3

/** Rows as lists of the features that they have, numbered from 0; row r has those from `starts[r]` to `starts[r + 1]`. */
export interface SparseRows {
  readonly rows: number
  readonly features: number
  readonly starts: Int32Array
  readonly entries: Int32Array
}

/** The surface features of texts, without those that hardly a row has. */
export function sparseRows(texts: readonly string[]): SparseRows {
  const index = new FeatureIndex(texts.some(text => text.includes(COVERED)))
  const lists = texts.map(text => Int32Array.from(index.add(text)))
  const met = new Int32Array(index.size)
  for (const list of lists) for (const feature of list) met[feature] = (met[feature] as number) + 1
  const renumbered = new Int32Array(index.size)
  let features = 0
  for (let feature = 0; feature < index.size; feature++) {
    renumbered[feature] = (met[feature] as number) >= FEWEST_ROWS ? features++ : -1
  }
  const starts = new Int32Array(texts.length + 1)
  const kept: number[] = []
  for (const [row, list] of lists.entries()) {
    for (const feature of list) if ((renumbered[feature] as number) >= 0) kept.push(renumbered[feature] as number)
    starts[row + 1] = kept.length
  }
  return { rows: texts.length, features, starts, entries: Int32Array.from(kept) }
}
