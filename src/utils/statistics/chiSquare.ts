/** How often something was expected, and how often it came. */
export interface Frequency {
  readonly expected: number
  readonly observed: number
}

/** Pearson's statistic with its degrees of freedom; the greater, the further from what was expected. */
export interface ChiSquare {
  readonly statistic: number
  readonly degrees: number
}

/**
 * Pearson's chi-square (1900) over several tables at once, each a complete division of some rows: the statistics and the
 * degrees of freedom (one less than a table's parts) add up. Parts of which nothing is expected are left out.
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
