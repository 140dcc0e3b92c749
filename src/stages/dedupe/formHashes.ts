import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { type Fingerprint, fingerprint } from '../../utils/hash/fingerprint'

/** First 64 bits of a fingerprint, in two words. */
export type Hash64 = readonly [number, number]

/** Hashes of a row's forms, computed from its text alone, so that dataset checks do not depend on the row's metadata or the build's index. */
export interface FormHashes {
  /** Hash of the canonical form; undefined if the level's code threw. */
  readonly form?: Hash64
  /** Hash of the held-out form; undefined if the level holds out no forms, or the text is not a question. */
  readonly heldOut?: Hash64
}

const FORM_SEED = 0x726f7773
const HELD_OUT_SEED = 0x666f726d
const scratch: Fingerprint = new Int32Array(4)

/** Hashes the forms of a text, which is parsed once. A text that is not a question is its own canonical form. */
export function hashForms<Q, A>({ question, canonicalForm, holdoutForm }: LevelSpec<Q, A>, input: string): FormHashes {
  try {
    const parsed = question.parse(input)
    const form = hash64(E.isRight(parsed) ? canonicalForm(parsed.right) : input, FORM_SEED)
    if (holdoutForm === undefined || E.isLeft(parsed)) return { form }
    return { form, heldOut: hash64(holdoutForm(parsed.right), HELD_OUT_SEED) }
  } catch {
    return {}
  }
}

/** Returns the 64-bit hash of a text under a seed. */
export function hash64(text: string, seed: number): Hash64 {
  const [first = 0, second = 0] = fingerprint(text, seed, scratch)
  return [first, second]
}
