import type { CapacityAdjustment } from '../../model/report'
import type { CellShare } from './cellShares'

/** Maximum number of rounds of redistribution. Each round leaves a fraction of the surplus. */
const MAX_ROUNDS = 60
const EPSILON = 1e-9
/** Maximum share of valid rows that may be twins. The rest leaves scope for rounding to whole rows. */
const USABLE_SHARE = 0.9

/**
 * Lowers the shares of traps at places (a topic at a difficulty) with too few valid rows as twins. The surplus goes to other places of
 * the same difficulty: to traps of the same type if there is room, else to any traps.
 *
 * The sums of category and difficulties do not change. Shares are in rows.
 */
export function roomForTwins(shares: readonly CellShare[]): {
  readonly shares: readonly CellShare[]
  readonly capacityAdjustments: readonly CapacityAdjustment[]
} {
  const rows = shares.map(share => share.share)
  const room = new Map<string, number>()
  for (const { cell, share } of shares) if (cell.category === 'valid') room.set(placeOf(cell), share * USABLE_SHARE)
  const traps = shares.flatMap(({ cell }, index) => (cell.category === 'adversarial' ? [{ cell, index, place: placeOf(cell) }] : []))
  const taken = (place: string): number => traps.reduce((sum, trap) => (trap.place === place ? sum + (rows[trap.index] as number) : sum), 0)
  const slack = (place: string): number => (room.get(place) ?? 0) - taken(place)
  const crowded = new Map<string, number>()

  for (let round = 0; round < MAX_ROUNDS; round++) {
    const over = [...new Set(traps.map(trap => trap.place))].filter(place => slack(place) < -EPSILON)
    if (over.length === 0) break
    for (const place of over) {
      const factor = (room.get(place) ?? 0) / taken(place)
      crowded.set(place, Math.max(crowded.get(place) ?? 0, taken(place)))
      for (const trap of traps.filter(one => one.place === place)) {
        const surplus = (rows[trap.index] as number) * (1 - factor)
        rows[trap.index] = (rows[trap.index] as number) * factor
        const open = traps.filter(one => one.cell.difficulty === trap.cell.difficulty && slack(one.place) > EPSILON)
        const alike = open.filter(one => one.cell.adversarialType === trap.cell.adversarialType)
        pour(surplus, alike.length > 0 ? alike : open, rows, slack)
      }
    }
  }
  return {
    shares: shares.map((share, index) => ({ ...share, share: rows[index] as number })),
    capacityAdjustments: [...crowded].map(([place, share]) => ({
      cell: `adversarial.${place}`,
      plannedRows: share,
      capacity: room.get(place) ?? 0,
    })),
  }
}

/** Divides a surplus among cells in proportion to the free room at their places. */
function pour(
  surplus: number,
  into: readonly { readonly index: number; readonly place: string }[],
  rows: number[],
  slack: (place: string) => number,
): void {
  const weights = into.map(({ place }) => slack(place))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  into.forEach(({ index }, position) => {
    rows[index] = (rows[index] as number) + (surplus * (weights[position] as number)) / total
  })
}

const placeOf = (cell: CellShare['cell']): string => `${cell.topic}.${cell.difficulty}`
