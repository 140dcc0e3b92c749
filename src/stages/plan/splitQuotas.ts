import type { Category, Split } from '../../model/vocabulary'
import { largestRemainder } from './largestRemainder'

/** Share of each split in the rows that are not held-out traps. */
export const SPLIT_SHARES = { train: 0.8, val: 0.1, test: 0.1 } as const
type MainSplit = keyof typeof SPLIT_SHARES
type ByMainSplit = Readonly<Record<MainSplit, number>>
const MAIN_SPLITS = ['train', 'val', 'test'] as const satisfies readonly MainSplit[]

/** Share of the traps that are held out in the split `adversarial`. */
export const HELD_OUT_SHARE = 0.2
/** Minimum and maximum share of traps in train, val and test. */
export const ADVERSARIAL_SHARE = { min: 0.1, max: 0.2 } as const
/** Minimum number of rows at which whole numbers can satisfy the share of traps in each split. */
export const MIN_ROWS_FOR_SHARES = 250

/** Number of units of each kind per split. A pair is a trap with its twin; the twin of a held-out trap is in `test`. */
export interface SplitQuotas {
  readonly pairs: Readonly<Record<Split, number>>
  readonly lone: ByMainSplit
  readonly edges: ByMainSplit
}

type CategoryCounts = Readonly<Record<Category, number>>

/** Returns the quotas for the counts of a dataset, or undefined if no integers satisfy the share of traps in each split. */
export function splitQuotas(counts: CategoryCounts): SplitQuotas | undefined {
  const held = counts.adversarial * HELD_OUT_SHARE
  const nearest = Math.round(held)
  const withinOne = [nearest, Math.floor(held), Math.ceil(held), nearest - 1, nearest + 1].filter(part => Math.abs(part - held) < 1 + 1e-6)
  for (const heldOut of withinOne) {
    const quotas = quotasWithHeldOut(counts, heldOut)
    if (quotas !== undefined) return quotas
  }
  return undefined
}

function quotasWithHeldOut(counts: CategoryCounts, heldOut: number): SplitQuotas | undefined {
  const count = counts.valid + counts.edge_case + counts.adversarial
  for (const sizes of sizesOf(count - heldOut)) {
    const traps = trapsOf(sizes, counts.adversarial - heldOut, count >= MIN_ROWS_FOR_SHARES)
    if (traps === undefined) continue
    const twins = { ...traps, test: traps.test + heldOut }
    const room = mapSplits(split => Math.max(0, sizes[split] - traps[split] - twins[split]))
    const edges = edgesOf(counts.edge_case, room)
    return {
      pairs: { ...traps, adversarial: heldOut },
      edges,
      lone: exactCounts(
        counts.valid - counts.adversarial,
        mapSplits(split => room[split] - edges[split]),
      ),
    }
  }
  return undefined
}

/**
 * Returns possible sizes of the splits, sizes nearest to their shares first. The sizes of val and test differ from their shares by less
 * than two rows.
 */
function sizesOf(count: number): readonly ByMainSplit[] {
  const off = (split: MainSplit, size: number): number => Math.abs(size - count * SPLIT_SHARES[split])
  const near = (split: MainSplit): readonly number[] =>
    [-1, 0, 1, 2].map(step => Math.floor(count * SPLIT_SHARES[split]) + step).filter(size => off(split, size) < 2)
  const all = near('val').flatMap(val => near('test').map(test => ({ train: count - val - test, val, test })))
  const furthest = (sizes: ByMainSplit): number => Math.max(...MAIN_SPLITS.map(split => off(split, sizes[split])))
  return [byShares(count), ...all.sort((one, other) => furthest(one) - furthest(other))]
}

/**
 * Divides edge cases by the splits' shares. Edge cases without room in `test`, because of the twins of held-out traps, go to other
 * splits.
 */
function edgesOf(count: number, room: ByMainSplit): ByMainSplit {
  const wanted = byShares(count)
  const edges = { ...mapSplits(split => Math.min(wanted[split], room[split])) }
  let left = count - edges.train - edges.val - edges.test
  for (const split of MAIN_SPLITS) {
    const more = Math.min(left, room[split] - edges[split])
    edges[split] += more
    left -= more
  }
  return edges
}

/** Returns counts of lone rows that add up to `total`. In a small dataset, `train` takes the difference. */
function exactCounts(total: number, wanted: ByMainSplit): ByMainSplit {
  const val = Math.min(wanted.val, total)
  const test = Math.min(wanted.test, total - val)
  return { train: total - val - test, val, test }
}

function trapsOf(sizes: ByMainSplit, traps: number, shareLaw: boolean): ByMainSplit | undefined {
  const start = byShares(traps)
  const allowed = (split: MainSplit, part: number): boolean =>
    part >= 0 && (!shareLaw || (part >= ADVERSARIAL_SHARE.min * sizes[split] && part <= ADVERSARIAL_SHARE.max * sizes[split]))
  for (const val of [start.val, start.val + 1, start.val - 1]) {
    for (const test of [start.test, start.test + 1, start.test - 1]) {
      const train = traps - val - test
      if (allowed('train', train) && allowed('val', val) && allowed('test', test)) return { train, val, test }
    }
  }
  return undefined
}

function byShares(count: number): ByMainSplit {
  const [train = 0, val = 0, test = 0] = largestRemainder(
    count,
    MAIN_SPLITS.map(split => SPLIT_SHARES[split]),
  )
  return { train, val, test }
}

const mapSplits = (value: (split: MainSplit) => number): ByMainSplit => ({ train: value('train'), val: value('val'), test: value('test') })
