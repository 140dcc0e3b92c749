import type { Estimate } from '../../../model/figures'

/** The normal quantile of a 95 % interval. */
export const Z_OF_95 = 1.959963984540054

/**
 * The area under the ROC curve: the chance that a score of a positive lies above one of a negative, ties counting half
 * (Mann and Whitney 1947).
 */
export function areaUnderCurve(scores: Float64Array, isPositive: readonly boolean[]): number {
  const order = Array.from(scores.keys()).sort((one, other) => (scores[one] as number) - (scores[other] as number))
  let [positives, rankSum] = [0, 0]
  for (let start = 0; start < order.length; ) {
    let end = start + 1
    while (end < order.length && scores[order[end] as number] === scores[order[start] as number]) end += 1
    for (let at = start; at < end; at++) {
      if (isPositive[order[at] as number] !== true) continue
      positives += 1
      rankSum += (start + 1 + end) / 2
    }
    start = end
  }
  const negatives = order.length - positives
  return positives === 0 || negatives === 0 ? 0.5 : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** The 95 % interval of an area under the ROC curve (Hanley and McNeil 1982, equation 1). */
export function areaEstimate(area: number, positives: number, negatives: number, z = Z_OF_95): Estimate {
  const [first, second] = [area / (2 - area), (2 * area * area) / (1 + area)]
  const variance =
    (area * (1 - area) + (positives - 1) * (first - area * area) + (negatives - 1) * (second - area * area)) / (positives * negatives)
  const margin = z * Math.sqrt(Math.max(0, variance))
  return { value: area, low: Math.max(0, area - margin), high: Math.min(1, area + margin) }
}
