import type { DeclaredCue } from '../../../model/levelSpec'
import type { AdversarialType } from '../../../model/vocabulary'

/** Stands for what is covered up: a noncharacter, which no feature contains. */
export const MASK = '\uffff'

/** Covers up what honestly decides in texts of a type. */
export function mask(text: string, type: AdversarialType, honest: readonly DeclaredCue[]): string {
  let covered = text
  for (const { type: of, pattern } of honest) if (of === type) covered = covered.replace(pattern, MASK)
  return covered
}
