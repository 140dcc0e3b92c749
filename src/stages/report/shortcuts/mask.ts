import type { DeclaredCue } from '../../../model/levelSpec'
import type { AdversarialType } from '../../../model/vocabulary'

/** Mask of declared cues: a noncharacter, which no feature contains. */
export const MASK = '\uffff'

/** Masks the declared cues of a type in a text. */
export function mask(text: string, type: AdversarialType, cues: readonly DeclaredCue[]): string {
  let masked = text
  for (const { type: of, pattern } of cues) if (of === type) masked = masked.replace(pattern, MASK)
  return masked
}
