/** Expected and observed count of one part. */
export interface Frequency {
  readonly expected: number
  readonly observed: number
}

/** Pearson's statistic with its degrees of freedom. A larger statistic is further from the expected counts. */
export interface ChiSquare {
  readonly statistic: number
  readonly degrees: number
}

/**
 * Returns Pearson's chi-square (1900) over several tables, each of which divides some rows completely. Adds up the statistics
 * and the degrees of freedom (parts minus 1). Leaves out parts with an expected count of 0.
 */
export function chiSquare(tables: readonly (readonly Frequency[])[]): ChiSquare {
  let [statistic, degrees] = [0, 0]
  for (const table of tables) {
    const parts = table.filter(({ expected }) => expected > 0)
    degrees += Math.max(0, parts.length - 1)
    for (const { expected, observed } of parts) statistic += (observed - expected) ** 2 / expected
  }
  return { statistic, degrees }
}
