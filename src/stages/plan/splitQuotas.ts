import type { Category, Split } from '../../model/vocabulary'
import { largestRemainder } from './largestRemainder'

/** What part of the rows that are not held out goes to each split. */
export const SPLIT_SHARES = { train: 0.8, val: 0.1, test: 0.1 } as const
type Kept = keyof typeof SPLIT_SHARES
const KEPT = ['train', 'val', 'test'] as const satisfies readonly Kept[]

/** What part of the traps is held out as `adversarial`. */
export const HELD_OUT = 0.2
/** Each of the three splits holds at least and at most this part of traps. */
export const ADVERSARIAL_SHARE = { least: 0.1, most: 0.2 } as const
/** Below this, integers do not allow the share in each split. */
export const FEWEST_ROWS_FOR_SHARES = 250

/** How many units of each kind each split gets. A pair is a trap with its twin; a held-out trap's twin is in `test`. */
export interface SplitQuotas {
  readonly pairs: Readonly<Record<Split, number>>
  readonly lone: Readonly<Record<Kept, number>>
  readonly edges: Readonly<Record<Kept, number>>
}

type CategoryCounts = Readonly<Record<Category, number>>

/** Quotas for the counts of a dataset, or undefined where no integers keep the adversarial share in each split. */
export function splitQuotas(counts: CategoryCounts): SplitQuotas | undefined {
  const held = counts.adversarial * HELD_OUT
  const nearestFirst = [Math.round(held), Math.floor(held), Math.ceil(held)]
  for (const heldOut of nearestFirst) {
    const quotas = quotasHolding(counts, heldOut)
    if (quotas !== undefined) return quotas
  }
  return undefined
}

function quotasHolding(counts: CategoryCounts, heldOut: number): SplitQuotas | undefined {
  const count = counts.valid + counts.edge_case + counts.adversarial
  const sizes = byShares(count - heldOut)
  const traps = trapsOf(sizes, counts.adversarial - heldOut, count >= FEWEST_ROWS_FOR_SHARES)
  if (traps === undefined) return undefined
  const twins = { ...traps, test: traps.test + heldOut }
  const edges = byShares(counts.edge_case)
  const lone = KEPT.map(split => Math.max(0, sizes[split] - traps[split] - twins[split] - edges[split]))
  return {
    pairs: { ...traps, adversarial: heldOut },
    edges,
    lone: exactly(counts.valid - counts.adversarial, lone),
  }
}

/** Lone rows in each split that add up: what is missing or over is settled where most rows are. */
function exactly(total: number, wanted: readonly number[]): Readonly<Record<Kept, number>> {
  const [, val = 0, test = 0] = wanted
  const heldVal = Math.min(val, total)
  const heldTest = Math.min(test, total - heldVal)
  return { train: total - heldVal - heldTest, val: heldVal, test: heldTest }
}

function trapsOf(sizes: Readonly<Record<Kept, number>>, traps: number, shareLaw: boolean): Readonly<Record<Kept, number>> | undefined {
  const start = byShares(traps)
  const allowed = (split: Kept, part: number): boolean =>
    part >= 0 && (!shareLaw || (part >= ADVERSARIAL_SHARE.least * sizes[split] && part <= ADVERSARIAL_SHARE.most * sizes[split]))
  for (const val of [start.val, start.val + 1, start.val - 1]) {
    for (const test of [start.test, start.test + 1, start.test - 1]) {
      const train = traps - val - test
      if (allowed('train', train) && allowed('val', val) && allowed('test', test)) return { train, val, test }
    }
  }
  return undefined
}

function byShares(count: number): Readonly<Record<Kept, number>> {
  const [train = 0, val = 0, test = 0] = largestRemainder(
    count,
    KEPT.map(split => SPLIT_SHARES[split]),
  )
  return { train, val, test }
}
