import type { Shares } from '../../model/manifest'
import { type Split, SPLITS } from '../../model/vocabulary'
import { HELD_OUT } from '../plan/splitQuotas'

/** Rows that must stand on one side. */
export interface Kin {
  /** Those of one stratum get their splits one after another: so each split holds its share of every stratum. */
  readonly stratum: string
  /** A hash: the order within the stratum. */
  readonly key: number
  readonly rows: number
  readonly traps: number
}

/** Weights by the place of a split in `SPLITS`. */
type Weights = readonly number[]

/**
 * Deals rows of any origin to the splits: kin together, stratified, a fifth of the traps held out (of their kin the other
 * rows go to `test`), the rest by its shares as exactly as kin allow. Gives the place in `SPLITS` for each; the order in
 * which they come has no say in it.
 */
export function dealSplits(kin: readonly Kin[], shares: Shares): Uint8Array {
  const dealt = new Uint8Array(kin.length)
  const order = kin.map((_, index) => index).sort((one, other) => compare(kin[one] as Kin, kin[other] as Kin))
  const trapped = order.filter(index => (kin[index] as Kin).traps > 0)
  deal(kin, trapped, weightsOf({ ...scaled(shares, 1 - HELD_OUT), adversarial: HELD_OUT }), ({ traps }) => traps, dealt)
  const free = order.filter(index => (kin[index] as Kin).traps === 0)
  deal(kin, free, weightsOf(leftFor(shares, kin, trapped, dealt)), ({ rows }) => rows, dealt)
  return dealt
}

/** How many rows without traps each split is to get, once those with traps are dealt. */
function leftFor(shares: Shares, kin: readonly Kin[], trapped: readonly number[], dealt: Uint8Array): Partial<Record<Split, number>> {
  const taken: Record<Split, number> = { train: 0, val: 0, test: 0, adversarial: 0 }
  for (const index of trapped) {
    const { rows, traps } = kin[index] as Kin
    const split = SPLITS[dealt[index] as number] as Split
    taken[split] += split === 'adversarial' ? traps : rows
    if (split === 'adversarial') taken.test += rows - traps
  }
  const wanted = scaled(shares, kin.reduce((sum, { rows }) => sum + rows, 0) - taken.adversarial)
  return {
    train: Math.max(0, wanted.train - taken.train),
    val: Math.max(0, wanted.val - taken.val),
    test: Math.max(0, wanted.test - taken.test),
  }
}

/** At every step the split that is furthest behind its share comes next. */
function deal(kin: readonly Kin[], indices: readonly number[], weights: Weights, sizeOf: (one: Kin) => number, dealt: Uint8Array): void {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const given = weights.map(() => 0)
  let all = 0
  for (const index of indices) {
    const size = sizeOf(kin[index] as Kin)
    all += size
    let next = 0
    let furthest = Number.NEGATIVE_INFINITY
    for (const [split, weight] of weights.entries()) {
      const behind = weight === 0 ? Number.NEGATIVE_INFINITY : (weight / whole) * all - (given[split] as number)
      if (behind > furthest) [next, furthest] = [split, behind]
    }
    given[next] = (given[next] as number) + size
    dealt[index] = next
  }
}

const scaled = ({ train, val, test }: Shares, by: number): Shares => ({ train: train * by, val: val * by, test: test * by })

const weightsOf = (weights: Partial<Record<Split, number>>): Weights => SPLITS.map(split => weights[split] ?? 0)

const compare = (one: Kin, other: Kin): number => (one.stratum < other.stratum ? -1 : one.stratum > other.stratum ? 1 : one.key - other.key)
