import { either as E } from 'fp-ts'
import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import { type Side, sideOf, type Split } from '../../model/vocabulary'
import { keyOf } from '../../utils/hash/keyOf'
import { SPLIT_SHARES } from '../plan/splitQuotas'
import { fingerprint } from '../../utils/hash/fingerprint'

/** What a draw for a slot of another side is counted as. */
export const HELD_FOR_ANOTHER = 'form held out for another side'

/**
 * On which side the forms stand that a level holds out whole. A hash decides it, keyed by the level's name and version
 * alone: with the seed in it, a dataset would train on what one of another seed evaluates with.
 */
export class Holdout<Q, A> {
  private readonly key: number

  constructor(private readonly spec: Pick<LevelSpec<Q, A>, 'name' | 'version' | 'question' | 'holdout'>) {
    this.key = keyOf('holdout', spec.name, spec.version)[0] as number
  }

  /** Whether a draft may stand in this split: its form (a trap's: that of its twin, and its own where its text is a question). */
  admits(draft: Draft<Q, A>, split: Split): boolean {
    const { holdout } = this.spec
    if (holdout === undefined) return true
    const side = sideOf(split)
    if (draft._tag === 'Answered') return this.sideOfForm(holdout(draft.question)) === side
    return this.sideOfForm(holdout(draft.twin.question)) === side && this.admitsText(draft.trap.input, split)
  }

  /** The same of a text; one that is no question has no form. */
  admitsText(input: string, split: Split): boolean {
    const form = this.formOf(input)
    return form === undefined || this.sideOfForm(form) === sideOf(split)
  }

  /** The form of a text that is held out whole; undefined where the level holds out none, and of a text that is no question. */
  formOf(input: string): string | undefined {
    const { holdout, question } = this.spec
    if (holdout === undefined) return undefined
    const readable = question.parse(input)
    return E.isRight(readable) ? holdout(readable.right) : undefined
  }

  private sideOfForm(form: string): Side {
    const [word = 0] = fingerprint(form, this.key, new Int32Array(4))
    const place = (word >>> 0) / 2 ** 32
    if (place < SPLIT_SHARES.train) return 'train'
    return place < SPLIT_SHARES.train + SPLIT_SHARES.val ? 'val' : 'evaluation'
  }
}
