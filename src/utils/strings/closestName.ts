/** The name that was most likely meant, if any is near enough to what was typed. */
export function nearest(typed: string, names: readonly string[]): string | undefined {
  const ranked = names.map(name => ({ name, distance: distance(plain(typed), plain(name)) }))
  const [best] = ranked.sort((one, other) => one.distance - other.distance)
  return best !== undefined && best.distance <= Math.max(1, Math.floor(best.name.length * LENIENCE)) ? best.name : undefined
}

/** What part of a name may be mistyped: more, and any short word would be near some name. */
const LENIENCE = 0.4

/** Letter case and the sign between words are no typing errors. */
const plain = (name: string): string => name.toLowerCase().replace(/[-_ ]/g, '')

/** How many letters are put in, left out, replaced, or swapped with the next one (optimal string alignment). */
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
