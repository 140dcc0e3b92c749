/** Returns the name closest to the typed one by edit distance; undefined if no name is close enough. */
export function closestName(typed: string, names: readonly string[]): string | undefined {
  const ranked = names.map(name => ({ name, distance: distance(normalize(typed), normalize(name)) }))
  const [best] = ranked.sort((one, other) => one.distance - other.distance)
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length * MAX_TYPO_SHARE)) ? best.name : undefined
}

/** Maximum share of mistyped letters. With more, any short word would be close to some name. */
const MAX_TYPO_SHARE = 0.4

/** Removes letter case and word separators, which do not count as typing errors. */
const normalize = (name: string): string => name.toLowerCase().replace(/[-_ ]/g, '')

/** Counts inserted, omitted, replaced and swapped adjacent letters (optimal string alignment distance). */
function distance(one: string, other: string): number {
  let before: readonly number[] = []
  let above: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const costs = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      costs.push(
        Math.min(
          at(above, column) + 1,
          at(costs, column - 1) + 1,
          at(above, column - 1) + (same ? 0 : 1),
          swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = above
    above = costs
  }
  return at(above, other.length)
}

const at = (costs: readonly number[], column: number): number => costs[column] as number
