import type { CapacityAdjustment } from '../../model/report'
import type { CellShare } from './cellShares'

/** Rounds of pouring; each leaves at most a fraction of what was over. */
const MAX_ROUNDS = 60
const EPSILON = 1e-9
/** What part of the valid rows may be twins: whole rows need some play. */
const USABLE_SHARE = 0.9

/**
 * Lowers the shares of traps at places (a topic at a difficulty) that have fewer valid rows to be their twins, and
 * pours what is over into other places of the same difficulty: into traps of the same type first, then into any.
 *
 * The category's and the difficulties' sums stay as they are. Shares are in rows.
 */
export function roomForTwins(shares: readonly CellShare[]): { readonly shares: readonly CellShare[]; readonly moved: readonly CapacityAdjustment[] } {
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
    moved: [...crowded].map(([place, share]) => ({ cell: `adversarial.${place}`, share, capacity: room.get(place) ?? 0 })),
  }
}

/** Divides a surplus among cells in proportion to the room that their places have left. */
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
