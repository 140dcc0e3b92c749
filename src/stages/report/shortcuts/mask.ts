import type { Honest } from '../../../model/levelSpec'
import type { AdversarialType } from '../../../model/vocabulary'

/** Stands for what is covered up: a noncharacter, which no feature contains. */
export const COVERED = '\uffff'

/** Covers up what honestly decides in texts of a type. */
export function coverUp(text: string, type: AdversarialType, honest: readonly Honest[]): string {
  let covered = text
  for (const { type: of, covers } of honest) if (of === type) covered = covered.replace(covers, COVERED)
  return covered
}
