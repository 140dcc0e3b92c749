import type { CapacityAdjustment } from '../../model/report'
import type { CellShare } from './cellShares'

/** Shares in rows, none above its cell's capacity, with the adjustments that this took. */
export interface CappedShares {
  readonly shares: readonly CellShare[]
  readonly capacityAdjustments: readonly CapacityAdjustment[]
  /** Categories whose capacity is smaller than their share. */
  readonly overfull: readonly OverfullCategory[]
}

/** Category whose capacity is smaller than its share. */
export interface OverfullCategory {
  readonly category: string
  /** Share of the category, in rows. */
  readonly wanted: number
  readonly capacity: number
  /** Maximum size of a dataset in which the category's share fits its capacity. */
  readonly rows: number
}

/**
 * Converts shares of 1 into rows, and moves the rows above a cell's capacity to other cells of its category, in proportion to their
 * shares. Cells of the same difficulty come first.
 */
export function capShares(parts: readonly CellShare[], count: number): CappedShares {
  const shares = parts.map(part => ({ ...part, share: part.share * count }))
  const capacityAdjustments = shares
    .filter(share => share.share > share.capacity)
    .map(({ cell, share, capacity }) => ({ cell: cell.name, plannedRows: share, capacity }))
  const categories = [...new Set(shares.map(share => share.cell.category))]
  const difficulties = [...new Set(shares.map(share => share.cell.difficulty))]
  const overfull: OverfullCategory[] = []
  for (const category of categories) {
    const inCategory = shares.filter(share => share.cell.category === category)
    const wanted = sum(inCategory.map(share => share.share))
    let left = 0
    for (const difficulty of difficulties)
      left += fillToCapacity(
        inCategory.filter(share => share.cell.difficulty === difficulty),
        0,
      )
    left = fillToCapacity(inCategory, left)
    // The tolerance compensates for rounding errors in sums of shares.
    const held = wanted - left + 1e-6
    if (left > 1e-6)
      overfull.push({ category, wanted: Math.round(wanted), capacity: Math.floor(held), rows: Math.floor((count * held) / wanted) })
  }
  return { shares, capacityAdjustments, overfull }
}

/** Caps shares at their capacity and distributes the surplus, plus `extra`, among shares with free capacity. Returns the rest. */
function fillToCapacity(shares: { share: number; readonly capacity: number }[], extra: number): number {
  let over = extra
  for (const entry of shares) {
    over += Math.max(0, entry.share - entry.capacity)
    entry.share = Math.min(entry.share, entry.capacity)
  }
  while (over > 1e-9) {
    const open = shares.filter(entry => entry.capacity - entry.share > 1e-9)
    const weight = sum(open.map(entry => entry.share))
    if (open.length === 0) return over
    let poured = 0
    for (const entry of open) {
      const part = weight > 0 ? (over * entry.share) / weight : over / open.length
      const taken = Math.min(part, entry.capacity - entry.share)
      entry.share += taken
      poured += taken
    }
    over -= poured
  }
  return 0
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
