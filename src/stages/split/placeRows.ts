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
  return rows.map(({ row, isTrap }, offset) => ({ sample: sampleOf(idOf(level, firstIndex + offset), row), split: splitOf(split, isTrap) }))
}

const idOf = (level: string, index: number): string => `${level}_${String(index).padStart(6, '0')}`

/** Field by field, in less than half the time that spreading a row takes. */
const sampleOf = (id: string, row: Rendered): Sample => ({
  id,
  input: row.input,
  expected_output: row.expected_output,
  category: row.category,
  difficulty: row.difficulty,
  verified: row.verified,
  verification_method: row.verification_method,
  metadata: row.metadata,
})

/** The split of one row of a slot. */
export const splitOf = (split: Split, isTrap: boolean): Split => (split === 'adversarial' && !isTrap ? 'test' : split)
