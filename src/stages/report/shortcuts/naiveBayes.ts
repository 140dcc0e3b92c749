import type { SparseRows } from './sparseRows'

/**
 * Scores rows by how much likelier their features are among the positive training rows than among the others: naive
 * Bayes over the presence of features, with Laplace's correction (Manning, Raghavan and Schütze 2008, section 13.3).
 */
export function naiveBayes(rows: SparseRows, train: Int32Array, isPositive: readonly boolean[]): (row: number) => number {
  const weights = new Float64Array(rows.features)
  const counts = [new Int32Array(rows.features), new Int32Array(rows.features)] as const
  const totals = [0, 0]
  for (const row of train) {
    const side = isPositive[row] === true ? 1 : 0
    totals[side] = (totals[side] as number) + 1
    for (let at = rows.starts[row] as number; at < (rows.starts[row + 1] as number); at++) {
      const feature = rows.entries[at] as number
      counts[side][feature] = (counts[side][feature] as number) + 1
    }
  }
  for (let feature = 0; feature < rows.features; feature++) {
    const [among, others] = [counts[1][feature] as number, counts[0][feature] as number]
    weights[feature] = Math.log((among + 1) / ((totals[1] as number) + 2)) - Math.log((others + 1) / ((totals[0] as number) + 2))
  }
  return row => sumOver(rows, row, weights)
}

/** The sum of the weights of a row's features. */
export function sumOver({ starts, entries }: SparseRows, row: number, weights: Float64Array): number {
  let sum = 0
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) sum += weights[entries[at] as number] as number
  return sum
}
