import { sumOver } from './naiveBayes'
import type { SparseRows } from './sparseRows'

const ROUNDS = 8
const RATE = 0.15
/** How strongly weights are held near 0, for each row. */
const DECAY = 1e-4

/**
 * Scores rows by a logistic regression with an L2 penalty, fitted by stochastic gradient descent with a rate for each weight
 * that falls with its gradients (AdaGrad: Duchi, Hazan and Singer 2011), in the order of the training rows.
 */
export function logisticRegression(rows: SparseRows, train: Int32Array, isPositive: readonly boolean[]): (row: number) => number {
  const weights = new Float64Array(rows.features)
  const squares = new Float64Array(rows.features).fill(1e-2)
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of train) {
      const [start, end] = [rows.starts[row] as number, rows.starts[row + 1] as number]
      // A row of many features would otherwise take a step as many times as long.
      const scale = 1 / Math.sqrt(Math.max(1, end - start))
      const error = (isPositive[row] === true ? 1 : 0) - 1 / (1 + Math.exp(-scale * sumOver(rows, row, weights)))
      for (let at = start; at < end; at++) {
        const feature = rows.entries[at] as number
        const gradient = scale * error - DECAY * (weights[feature] as number)
        squares[feature] = (squares[feature] as number) + gradient * gradient
        weights[feature] = (weights[feature] as number) + (RATE * gradient) / Math.sqrt(squares[feature] as number)
      }
    }
  }
  return row => sumOver(rows, row, weights) / Math.sqrt(Math.max(1, (rows.starts[row + 1] as number) - (rows.starts[row] as number)))
}
