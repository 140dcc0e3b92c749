import { sums } from '../../../../examples/levels/sums'

/** Returns the level `sums` and the number of texts its oracle was asked about: one for each row that is drawn or proven. */
export function countedSums(): { readonly level: typeof sums; readonly asked: () => number } {
  let asked = 0
  const oracle: typeof sums.oracle = inputs => {
    asked += inputs.length
    return sums.oracle(inputs)
  }
  return { level: { ...sums, oracle }, asked: () => asked }
}
