import type { SplitSample } from '../../model/dataset'
import type { Sample } from '../../model/sample'
import type { Split } from '../../model/vocabulary'
import type { RenderedRow } from '../render/render'

/**
 * Adds ids to rows, numbered from `firstIndex`, and the split of their slot. The twin of a held-out trap is in `test`.
 */
export function placeRows(
  level: string,
  firstIndex: number,
  rows: readonly { readonly row: RenderedRow; readonly isTrap: boolean }[],
  split: Split,
): readonly SplitSample[] {
  return rows.map(({ row, isTrap }, offset) => ({ sample: sampleOf(idOf(level, firstIndex + offset), row), split: splitOf(split, isTrap) }))
}

const idOf = (level: string, index: number): string => `${level}_${String(index).padStart(6, '0')}`

/** Copies a row field by field, which takes less than half the time of object spread. */
const sampleOf = (id: string, row: RenderedRow): Sample => ({
  id,
  input: row.input,
  expected_output: row.expected_output,
  category: row.category,
  difficulty: row.difficulty,
  verified: row.verified,
  verification_method: row.verification_method,
  metadata: row.metadata,
})

/** Returns the split of one row of a slot. */
export const splitOf = (split: Split, isTrap: boolean): Split => (split === 'adversarial' && !isTrap ? 'test' : split)
