import type { Estimate, Separation } from '../../../model/figures'
import { areaEstimate, areaUnderCurve } from './areaUnderCurve'
import { hashOf } from './controls'
import { logisticRegression } from './logisticRegression'
import { naiveBayes } from './naiveBayes'
import { type SparseRows, sparseRows } from './sparseRows'

const FOLDS = 5
const FOLD_SEED = 0x666f6c64

/** A text with whether it is a trap, and what it must share a fold with. */
export interface Labelled {
  readonly text: string
  readonly isTrap: boolean
  readonly kin: string
}

type Classifier = (rows: SparseRows, train: Int32Array, isPositive: readonly boolean[]) => (row: number) => number

/**
 * How well two classifiers tell traps from their controls by surface features: trained on four folds and measured on the
 * fifth, five times; kin stand in one fold. The areas of the folds are averaged, since scores of two models cannot be compared.
 */
export function separation(labelled: readonly Labelled[]): Separation {
  const rows = sparseRows(labelled.map(({ text }) => text))
  const isTrap = labelled.map(one => one.isTrap)
  const folds = labelled.map(({ kin }) => hashOf(kin, FOLD_SEED) % FOLDS)
  const traps = isTrap.filter(Boolean).length
  const controls = isTrap.length - traps
  const estimate = (classifier: Classifier) => rounded(areaEstimate(meanArea(rows, isTrap, folds, classifier), traps, controls))
  return { traps, controls, naiveBayes: estimate(naiveBayes), logisticRegression: estimate(logisticRegression) }
}

/** To four digits: beyond them the logarithms of two machines may differ. */
const rounded = ({ value, low, high }: Estimate): Estimate => ({ value: toFour(value), low: toFour(low), high: toFour(high) })
const toFour = (figure: number): number => Math.round(1e4 * figure) / 1e4

function meanArea(rows: SparseRows, isTrap: readonly boolean[], folds: readonly number[], classifier: Classifier): number {
  let [sum, weight] = [0, 0]
  for (let fold = 0; fold < FOLDS; fold++) {
    const numbers = (inFold: boolean) => Int32Array.from([...folds.keys()].filter(row => (folds[row] === fold) === inFold))
    const [train, test] = [shuffled(numbers(false)), numbers(true)]
    const positives = Array.from(test, row => isTrap[row] === true)
    const traps = positives.filter(Boolean).length
    const pairs = traps * (test.length - traps)
    if (pairs === 0) continue
    const score = classifier(rows, train, isTrap)
    sum += pairs * areaUnderCurve(Float64Array.from(test, score), positives)
    weight += pairs
  }
  return weight === 0 ? 0.5 : sum / weight
}

/** Traps and controls mixed: gradients that come in blocks would lead astray. */
function shuffled(rows: Int32Array): Int32Array {
  const order = Array.from(rows, row => ({ row, key: Math.imul(row + 1, 0x9e3779b1) >>> 0 }))
  return Int32Array.from(
    order.sort((one, other) => one.key - other.key),
    ({ row }) => row,
  )
}
