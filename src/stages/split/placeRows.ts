import type { Placed } from '../../model/dataset'
import type { Sample } from '../../model/sample'
import type { Split } from '../../model/vocabulary'
import type { Rendered } from '../render/render'

/**
 * Gives rows their ids, in order from `firstIndex`, and the split of their slot; the twin of a held-out trap stands in
 * `test`.
 */
export function placeRows(
  level: string,
  firstIndex: number,
  rows: readonly { readonly row: Rendered; readonly isTrap: boolean }[],
  split: Split,
): readonly Placed[] {
  return rows.map(({ row, isTrap }, offset) => ({
    sample: { id: `${level}_${String(firstIndex + offset).padStart(6, '0')}`, ...row } as Sample,
    split: splitOf(split, isTrap),
  }))
}

/** The split of one row of a slot. */
export const splitOf = (split: Split, isTrap: boolean): Split => (split === 'adversarial' && !isTrap ? 'test' : split)
