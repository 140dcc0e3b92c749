import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import { either as E } from 'fp-ts'
import { type Side, sideOf, type Split } from '../../model/vocabulary'
import { type Fingerprint, fingerprint } from './fingerprint'
import { FingerprintTable } from './fingerprintTable'

const SIDES: readonly Side[] = ['train', 'val', 'evaluation']
const INPUT_SEED = 0
const CANONICAL_SEED = 0x67656e65

/** What the rows settled so far have used up: inputs anywhere, canonical forms on the other sides. */
export class Distinctness<Q, A> {
  private readonly inputs: FingerprintTable
  private readonly canonicalForms: FingerprintTable
  private readonly scratch: Fingerprint = new Int32Array(4)

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    rows: number,
  ) {
    this.inputs = new FingerprintTable(rows)
    this.canonicalForms = new FingerprintTable(rows)
  }

  /** Why these rows cannot stand in this split, or undefined where they can. */
  objection(inputs: readonly string[], forms: readonly string[], split: Split): string | undefined {
    if (inputs.some(input => this.inputs.get(this.ofInput(input)) !== undefined)) return 'duplicate input'
    const side = SIDES.indexOf(sideOf(split))
    const leaks = forms.some(form => {
      const found = this.canonicalForms.get(this.ofForm(form))
      return found !== undefined && found !== side
    })
    return leaks ? 'canonical form on another side' : undefined
  }

  add(inputs: readonly string[], forms: readonly string[], split: Split): void {
    for (const input of inputs) this.inputs.set(this.ofInput(input), 0)
    for (const form of forms) this.canonicalForms.set(this.ofForm(form), SIDES.indexOf(sideOf(split)))
  }

  /** The canonical forms of a draft's rows, its own question's (or twin's) first. */
  formsOf(draft: Draft<Q, A>): readonly string[] {
    if (draft._tag === 'Answered') return [this.spec.canonical(draft.question)]
    const readable = this.spec.question.parse(draft.trap.input)
    const own = E.isRight(readable) ? this.spec.canonical(readable.right) : draft.trap.input
    return [this.spec.canonical(draft.twin.question), own]
  }

  /** 16 hexadecimal digits that rows of one canonical form share: the first half of its fingerprint. */
  groupOf(form: string): string {
    const [first = 0, second = 0] = this.ofForm(form)
    return hex(first) + hex(second)
  }

  private ofInput(input: string): Fingerprint {
    return fingerprint(input, INPUT_SEED, this.scratch)
  }

  private ofForm(form: string): Fingerprint {
    return fingerprint(form, CANONICAL_SEED, this.scratch)
  }
}

const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0')
