import type { SplitShares } from '../../model/manifest'
import { type Split, SPLITS } from '../../model/vocabulary'
import { HELD_OUT_SHARE } from '../plan/splitQuotas'

/** Rows that must be on one side. */
export interface RowGroup {
  /** Groups of one stratum are assigned one after another, so each split gets its share of every stratum. */
  readonly stratum: string
  /** Hash that decides the order within the stratum. */
  readonly key: number
  readonly rows: number
  readonly traps: number
}

/** Weights by the index of a split in `SPLITS`. */
type Weights = readonly number[]

/**
 * Assigns groups of rows of any origin to the splits, stratified, each group as a whole.
 *
 * A fifth of the traps is held out; the other rows of their groups go to `test`. All other groups follow the shares as exactly as their
 * sizes allow. Returns the index in `SPLITS` of each group. The result does not depend on the order of the groups.
 */
export function assignSplits(groups: readonly RowGroup[], shares: SplitShares): Uint8Array {
  const assigned = new Uint8Array(groups.length)
  const order = groups.map((_, index) => index).sort((one, other) => compare(groups[one] as RowGroup, groups[other] as RowGroup))
  const withTraps = order.filter(index => (groups[index] as RowGroup).traps > 0)
  assignInOrder(
    groups,
    withTraps,
    weightsOf({ ...scaled(shares, 1 - HELD_OUT_SHARE), adversarial: HELD_OUT_SHARE }),
    ({ traps }) => traps,
    assigned,
  )
  const withoutTraps = order.filter(index => (groups[index] as RowGroup).traps === 0)
  assignInOrder(groups, withoutTraps, weightsOf(remainingRows(shares, groups, withTraps, assigned)), ({ rows }) => rows, assigned)
  return assigned
}

/** Returns the number of rows that each split still needs, after the groups with traps are assigned. */
function remainingRows(
  shares: SplitShares,
  groups: readonly RowGroup[],
  withTraps: readonly number[],
  assigned: Uint8Array,
): Partial<Record<Split, number>> {
  const taken: Record<Split, number> = { train: 0, val: 0, test: 0, adversarial: 0 }
  for (const index of withTraps) {
    const { rows, traps } = groups[index] as RowGroup
    const split = SPLITS[assigned[index] as number] as Split
    taken[split] += split === 'adversarial' ? traps : rows
    if (split === 'adversarial') taken.test += rows - traps
  }
  const wanted = scaled(shares, groups.reduce((sum, { rows }) => sum + rows, 0) - taken.adversarial)
  return {
    train: Math.max(0, wanted.train - taken.train),
    val: Math.max(0, wanted.val - taken.val),
    test: Math.max(0, wanted.test - taken.test),
  }
}

/** Assigns groups in order, each to the split that is furthest behind its share. */
function assignInOrder(
  groups: readonly RowGroup[],
  indices: readonly number[],
  weights: Weights,
  sizeOf: (one: RowGroup) => number,
  assigned: Uint8Array,
): void {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const given = weights.map(() => 0)
  let all = 0
  for (const index of indices) {
    const size = sizeOf(groups[index] as RowGroup)
    all += size
    let next = 0
    let furthest = Number.NEGATIVE_INFINITY
    for (const [split, weight] of weights.entries()) {
      const behind = weight === 0 ? Number.NEGATIVE_INFINITY : (weight / total) * all - (given[split] as number)
      if (behind > furthest) [next, furthest] = [split, behind]
    }
    given[next] = (given[next] as number) + size
    assigned[index] = next
  }
}

const scaled = ({ train, val, test }: SplitShares, by: number): SplitShares => ({ train: train * by, val: val * by, test: test * by })

const weightsOf = (weights: Partial<Record<Split, number>>): Weights => SPLITS.map(split => weights[split] ?? 0)

const compare = (one: RowGroup, other: RowGroup): number =>
  one.stratum < other.stratum ? -1 : one.stratum > other.stratum ? 1 : one.key - other.key
