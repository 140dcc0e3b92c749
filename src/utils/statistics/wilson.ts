/** Confidence interval of a share. Both ends are from 0 to 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Returns the Wilson score interval (Wilson 1927) of the share `hits / trials`. `z` is the normal quantile of the confidence:
 * 1.96 for 95 %. Returns 0 to 1 for no trials.
 */
export function wilson(hits: number, trials: number, z: number): Interval {
  if (trials === 0) return { low: 0, high: 1 }
  const share = hits / trials
  const shrunk = 1 + (z * z) / trials
  const centre = (share + (z * z) / (2 * trials)) / shrunk
  const half = (z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials))) / shrunk
  return { low: hits === 0 ? 0 : centre - half, high: hits === trials ? 1 : centre + half }
}
