import { sumOver } from './naiveBayes'
import type { SparseRows } from './sparseRows'

const ROUNDS = 3
const RATE = 0.4
/** Strength of the L2 penalty per row. */
const DECAY = 1e-4

/**
 * Fits a logistic regression with an L2 penalty and returns its score of a row. It uses stochastic gradient descent in the order of the
 * training rows, with a rate per weight that decreases with its gradients (AdaGrad: Duchi, Hazan and Singer 2011).
 */
export function logisticRegression(rows: SparseRows, train: Int32Array, isPositive: Uint8Array): (row: number) => number {
  const { starts, entries, features } = rows
  const weights = new Float64Array(features)
  const squares = new Float64Array(features).fill(1e-2)
  for (let round = 0; round < ROUNDS; round++) {
    for (let step = 0; step < train.length; step++) {
      const row = train[step] as number
      const scale = scaleOf(rows, row)
      const error = (isPositive[row] as number) - 1 / (1 + Math.exp(-scale * sumOver(rows, row, weights)))
      const end = starts[row + 1] as number
      for (let at = starts[row] as number; at < end; at++) {
        const feature = entries[at] as number
        const weight = weights[feature] as number
        const gradient = scale * error - DECAY * weight
        const square = (squares[feature] as number) + gradient * gradient
        squares[feature] = square
        weights[feature] = weight + (RATE * gradient) / Math.sqrt(square)
      }
    }
  }
  return row => scaleOf(rows, row) * sumOver(rows, row, weights)
}

/** Returns the scale of a row. Without it, a row with many features would take a proportionally longer step. */
const scaleOf = ({ sizes }: SparseRows, row: number): number => 1 / Math.sqrt(Math.max(1, sizes[row] as number))
