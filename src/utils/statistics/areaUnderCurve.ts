import type { Interval } from './wilson'

/** Normal quantile of a 95 % interval. */
export const Z_OF_95 = 1.959963984540054

/**
 * Returns the area under the ROC curve: the probability that a positive scores above a negative, with ties counting half (Mann
 * and Whitney 1947). Returns 0.5 if a side is empty.
 */
export function areaUnderCurve(positiveScores: Float64Array, negativeScores: Float64Array): number {
  const [positives, negatives] = [positiveScores.slice().sort(), negativeScores.slice().sort()]
  let [below, upTo, wins] = [0, 0, 0]
  for (let at = 0; at < positives.length; at++) {
    const score = positives[at] as number
    while (below < negatives.length && (negatives[below] as number) < score) below += 1
    while (upTo < negatives.length && (negatives[upTo] as number) <= score) upTo += 1
    wins += (below + upTo) / 2
  }
  return positives.length === 0 || negatives.length === 0 ? 0.5 : wins / (positives.length * negatives.length)
}

/** Returns an area under the ROC curve with its confidence interval, by default 95 % (Hanley and McNeil 1982, equation 1). */
export function areaEstimate(area: number, positives: number, negatives: number, z = Z_OF_95): Interval & { readonly value: number } {
  const [first, second] = [area / (2 - area), (2 * area * area) / (1 + area)]
  const variance =
    (area * (1 - area) + (positives - 1) * (first - area * area) + (negatives - 1) * (second - area * area)) / (positives * negatives)
  const margin = z * Math.sqrt(Math.max(0, variance))
  return { value: area, low: Math.max(0, area - margin), high: Math.min(1, area + margin) }
}
