import { either as E } from 'fp-ts'
import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import { type Side, sideOf, type Split } from '../../model/vocabulary'
import { keyOf } from '../../utils/hash/keyOf'
import { SPLIT_SHARES } from '../plan/splitQuotas'
import { fingerprint } from '../../utils/hash/fingerprint'

/** Discard reason for an attempt whose form belongs to another side than its slot. */
export const HELD_OUT_FOR_OTHER_SIDE = 'form held out for another side'

/**
 * Assignment of a level's held-out forms to sides. A hash decides, keyed by the level's name and version only: if the key contained the
 * seed, one dataset would train on forms with which another evaluates.
 */
export class HeldOutForms<Q, A> {
  private readonly key: number

  constructor(private readonly spec: Pick<LevelSpec<Q, A>, 'name' | 'version' | 'question' | 'holdoutForm'>) {
    this.key = keyOf('holdout', spec.name, spec.version)[0] as number
  }

  /** True if a draft may be in this split by its form. For a trap, the twin's form counts, and its own if its text is a question. */
  admits(draft: Draft<Q, A>, split: Split): boolean {
    const { holdoutForm } = this.spec
    if (holdoutForm === undefined) return true
    const side = sideOf(split)
    if (draft._tag === 'Answered') return this.sideOfForm(holdoutForm(draft.question)) === side
    return this.sideOfForm(holdoutForm(draft.twin.question)) === side && this.admitsText(draft.trap.input, split)
  }

  /** True if a text may be in this split. A text that is not a question has no form, and may be in any. */
  admitsText(input: string, split: Split): boolean {
    const form = this.formOf(input)
    return form === undefined || this.sideOfForm(form) === sideOf(split)
  }

  /** Returns the held-out form of a text; undefined if the level holds out no forms, or the text is not a question. */
  formOf(input: string): string | undefined {
    const { holdoutForm, question } = this.spec
    if (holdoutForm === undefined) return undefined
    const parsed = question.parse(input)
    return E.isRight(parsed) ? holdoutForm(parsed.right) : undefined
  }

  private sideOfForm(form: string): Side {
    const [word = 0] = fingerprint(form, this.key, new Int32Array(4))
    const position = (word >>> 0) / 2 ** 32
    if (position < SPLIT_SHARES.train) return 'train'
    return position < SPLIT_SHARES.train + SPLIT_SHARES.val ? 'val' : 'evaluation'
  }
}
