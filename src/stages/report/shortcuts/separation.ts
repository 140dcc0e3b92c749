import type { Estimate, Separation } from '../../../model/figures'
import { areaEstimate, areaUnderCurve } from '../../../utils/statistics/areaUnderCurve'
import { hashOf } from './controls'
import { argsort } from './argsort'
import { logisticRegression } from './logisticRegression'
import { naiveBayes } from './naiveBayes'
import { type SparseRows, sparseRows } from './sparseRows'

const FOLDS = 5
const FOLD_SEED = 0x666f6c64

/** Text with its label. Texts with the same `foldKey` are in the same fold. */
export interface LabelledText {
  readonly text: string
  readonly isTrap: boolean
  readonly foldKey: string
}

type Classifier = (rows: SparseRows, train: Int32Array, isPositive: Uint8Array) => (row: number) => number

/**
 * Measures how well two classifiers separate traps from their controls by surface features, with five-fold cross-validation. Texts with
 * the same fold key are in one fold. The areas of the folds are averaged, because scores of different models are not comparable.
 */
export function separation(labelled: readonly LabelledText[]): Separation {
  const rows = sparseRows(labelled.map(({ text }) => text))
  const isTrap = Uint8Array.from(labelled, one => (one.isTrap ? 1 : 0))
  const folds = Uint8Array.from(labelled, ({ foldKey }) => hashOf(foldKey, FOLD_SEED) % FOLDS)
  const traps = isTrap.filter(one => one === 1).length
  const controls = isTrap.length - traps
  const order = shuffled(labelled.length)
  const estimate = (classifier: Classifier) => rounded(areaEstimate(meanArea(rows, isTrap, folds, order, classifier), traps, controls))
  return { traps, controls, naiveBayes: estimate(naiveBayes), logisticRegression: estimate(logisticRegression) }
}

/** Rounds an estimate to four digits. Further digits depend on the logarithm function of the machine. */
const rounded = ({ value, low, high }: Estimate): Estimate => ({ value: toFour(value), low: toFour(low), high: toFour(high) })
const toFour = (figure: number): number => Math.round(1e4 * figure) / 1e4

function meanArea(rows: SparseRows, isTrap: Uint8Array, folds: Uint8Array, order: Int32Array, classifier: Classifier): number {
  let [sum, weight] = [0, 0]
  for (let fold = 0; fold < FOLDS; fold++) {
    const traps = order.filter(row => folds[row] === fold && isTrap[row] === 1)
    const controls = order.filter(row => folds[row] === fold && isTrap[row] === 0)
    const pairs = traps.length * controls.length
    if (pairs === 0) continue
    const train = order.filter(row => folds[row] !== fold)
    const score = classifier(rows, train, isTrap)
    sum += pairs * areaUnderCurve(Float64Array.from(traps, score), Float64Array.from(controls, score))
    weight += pairs
  }
  return weight === 0 ? 0.5 : sum / weight
}

/** Returns shuffled indices. Gradient descent over blocks of traps and controls would be biased. */
const shuffled = (rows: number): Int32Array =>
  argsort(
    Uint32Array.from({ length: rows }, (_, row) => Math.imul(row + 1, 0x9e3779b1)),
    () => '',
  )
