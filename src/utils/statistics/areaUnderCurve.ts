import type { Interval } from './wilson'

/** The normal quantile of a 95 % interval. */
export const Z_OF_95 = 1.959963984540054

/**
 * The area under the ROC curve: the chance that a score of a positive lies above one of a negative, ties counting half
 * (Mann and Whitney 1947).
 */
export function areaUnderCurve(ofPositives: Float64Array, ofNegatives: Float64Array): number {
  const [positives, negatives] = [ofPositives.slice().sort(), ofNegatives.slice().sort()]
  let [below, upTo, wins] = [0, 0, 0]
  for (let at = 0; at < positives.length; at++) {
    const score = positives[at] as number
    while (below < negatives.length && (negatives[below] as number) < score) below += 1
    while (upTo < negatives.length && (negatives[upTo] as number) <= score) upTo += 1
    wins += (below + upTo) / 2
  }
  return positives.length === 0 || negatives.length === 0 ? 0.5 : wins / (positives.length * negatives.length)
}

/** The 95 % interval of an area under the ROC curve (Hanley and McNeil 1982, equation 1). */
export function areaEstimate(area: number, positives: number, negatives: number, z = Z_OF_95): Interval & { readonly value: number } {
  const [first, second] = [area / (2 - area), (2 * area * area) / (1 + area)]
  const variance =
    (area * (1 - area) + (positives - 1) * (first - area * area) + (negatives - 1) * (second - area * area)) / (positives * negatives)
  const margin = z * Math.sqrt(Math.max(0, variance))
  return { value: area, low: Math.max(0, area - margin), high: Math.min(1, area + margin) }
}
