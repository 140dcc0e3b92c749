import type { CapacityAdjustment } from '../../model/report'
import type { CellShare } from './cellShares'

/** Shares in rows, none above its cell's capacity, and which cells had to give some away. */
export interface CappedShares {
  readonly shares: readonly CellShare[]
  readonly moved: readonly CapacityAdjustment[]
  /** Categories that cannot hold their rows at all. */
  readonly overfull: readonly OverfullCategory[]
}

/** What a category can hold of its rows, and of how many rows in all that is its share. */
export interface OverfullCategory {
  readonly category: string
  readonly wanted: number
  readonly capacity: number
  readonly rows: number
}

/**
 * Turns parts of a whole into rows, and moves what is over a cell's capacity to its neighbours in the category: those
 * of the same difficulty first, in proportion to their shares.
 */
export function capShares(parts: readonly CellShare[], count: number): CappedShares {
  const shares = parts.map(part => ({ ...part, share: part.share * count }))
  const moved = shares
    .filter(share => share.share > share.capacity)
    .map(({ cell, share, capacity }) => ({ cell: cell.name, share, capacity }))
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
    // A little more than what is left: sums of shares are not exact.
    const held = wanted - left + 1e-6
    if (left > 1e-6)
      overfull.push({ category, wanted: Math.round(wanted), capacity: Math.floor(held), rows: Math.floor((count * held) / wanted) })
  }
  return { shares, moved, overfull }
}

/** Cuts shares to capacity and pours what is over (and `extra`) into those that have room; gives what found none. */
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
