import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import { type Fingerprint, fingerprint } from '../../utils/hash/fingerprint'

/** The first 64 bits of a fingerprint, in two words. */
export type ShortPrint = readonly [number, number]

/** What a row's text tells of its forms, anew, whatever the row says of its group and the build kept: an account of its own. */
export interface ToldForms {
  /** Its canonical form; missing where the level's code threw. */
  readonly form?: ShortPrint
  /** The form that is held out whole; missing where the level holds out none, and for a text that is no question. */
  readonly held?: ShortPrint
}

const FORM_SEED = 0x726f7773
const HELD_SEED = 0x666f726d
const scratch: Fingerprint = new Int32Array(4)

/** The forms that a text tells; it is read once for both, and one that is no question stands for itself. */
export function toldForms<Q, A>({ question, canonical, holdout }: LevelSpec<Q, A>, input: string): ToldForms {
  try {
    const readable = question.parse(input)
    const form = shortPrint(E.isRight(readable) ? canonical(readable.right) : input, FORM_SEED)
    if (holdout === undefined || E.isLeft(readable)) return { form }
    return { form, held: shortPrint(holdout(readable.right), HELD_SEED) }
  } catch {
    return {}
  }
}

/** The hash of a text, under a seed. */
export function shortPrint(text: string, seed: number): ShortPrint {
  const [first = 0, second = 0] = fingerprint(text, seed, scratch)
  return [first, second]
}
