import type { SparseRows } from './sparseRows'

/**
 * Fits naive Bayes over the presence of features, with Laplace's correction (Manning, Raghavan and Schütze 2008, section 13.3). The
 * returned score of a row is the log-likelihood ratio of its features between positive and other training rows.
 */
export function naiveBayes(rows: SparseRows, train: Int32Array, isPositive: Uint8Array): (row: number) => number {
  const { starts, entries } = rows
  const weights = new Float64Array(rows.features)
  const counts = [new Int32Array(rows.features), new Int32Array(rows.features)] as const
  const totals = [0, 0] as [number, number]
  for (const row of train) {
    const side = isPositive[row] === 1 ? 1 : 0
    const counted = counts[side]
    totals[side] += 1
    const end = starts[row + 1] as number
    for (let at = starts[row] as number; at < end; at++) {
      const feature = entries[at] as number
      counted[feature] = (counted[feature] as number) + 1
    }
  }
  for (let feature = 0; feature < rows.features; feature++) {
    const [among, others] = [counts[1][feature] as number, counts[0][feature] as number]
    weights[feature] = Math.log((among + 1) / (totals[1] + 2)) - Math.log((others + 1) / (totals[0] + 2))
  }
  return row => sumOver(rows, row, weights)
}

/** Returns the sum of the weights of a row's features. */
export function sumOver({ starts, entries, times }: SparseRows, row: number, weights: Float64Array): number {
  const end = starts[row + 1] as number
  let sum = 0
  for (let at = starts[row] as number; at < end; at++) {
    const feature = entries[at] as number
    sum += (times[feature] as number) * (weights[feature] as number)
  }
  return sum
}
