import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import type { Sample } from '../../model/sample'
import { type Side, sideOf, type Split } from '../../model/vocabulary'
import { type Fingerprint, fingerprint } from '../../utils/hash/fingerprint'
import { FingerprintTable } from '../../utils/hash/fingerprintTable'
import { formOf } from './formOf'

const SIDES: readonly Side[] = ['train', 'val', 'evaluation']
const INPUT_SEED = 0
export const CANONICAL_SEED = 0x67656e65

/** The fingerprints of one draft's rows. */
export interface RowPrints {
  readonly inputs: readonly Fingerprint[]
  /** Those of the canonical forms, its own question's (or its twin's) first. */
  readonly forms: readonly Fingerprint[]
}

/** What the rows settled so far have used up: inputs anywhere, canonical forms on the other sides. */
export class Distinctness<Q, A> {
  private readonly inputs: FingerprintTable
  private readonly canonicalForms: FingerprintTable

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    rows: number,
  ) {
    this.inputs = new FingerprintTable(rows)
    this.canonicalForms = new FingerprintTable(rows)
  }

  printsOf(draft: Draft<Q, A>, inputs: readonly string[]): RowPrints {
    return {
      inputs: inputs.map(input => fingerprint(input, INPUT_SEED, new Int32Array(4))),
      forms: this.formsOf(draft).map(form => fingerprint(form, CANONICAL_SEED, new Int32Array(4))),
    }
  }

  /** The same of rows that were written: one that is answered, or a trap and its twin in any order. */
  printsOfRows(rows: readonly Sample[]): RowPrints {
    const inputs = [...rows].sort((one, other) => Number(one.category === 'adversarial') - Number(other.category === 'adversarial'))
    const forms = inputs.map(({ input }) => formOf(this.spec, input))
    return {
      inputs: rows.map(({ input }) => fingerprint(input, INPUT_SEED, new Int32Array(4))),
      forms: forms.map(form => fingerprint(form, CANONICAL_SEED, new Int32Array(4))),
    }
  }

  /** Why these rows cannot stand in this split, or undefined where they can. */
  objection({ inputs, forms }: RowPrints, split: Split): string | undefined {
    for (const input of inputs) if (this.inputs.get(input) !== undefined) return 'duplicate input'
    const side = SIDES.indexOf(sideOf(split))
    for (const form of forms) {
      const found = this.canonicalForms.get(form)
      if (found !== undefined && found !== side) return 'canonical form on another side'
    }
    return undefined
  }

  add({ inputs, forms }: RowPrints, split: Split): void {
    const side = SIDES.indexOf(sideOf(split))
    for (const input of inputs) this.inputs.set(input, 0)
    for (const form of forms) this.canonicalForms.set(form, side)
  }

  private formsOf(draft: Draft<Q, A>): readonly string[] {
    if (draft._tag === 'Answered') return [this.spec.canonical(draft.question)]
    return [this.spec.canonical(draft.twin.question), formOf(this.spec, draft.trap.input)]
  }
}

/** 16 hexadecimal digits that rows of one canonical form share: the first half of its fingerprint. */
export const groupOf = ({ forms: [form] }: RowPrints): string => hex(form?.[0] ?? 0) + hex(form?.[1] ?? 0)

const PAIRS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Eight digits; a table takes a tenth of the time of `toString(16)` and padding. */
const hex = (word: number): string =>
  (PAIRS[word >>> 24] as string) +
  (PAIRS[(word >>> 16) & 255] as string) +
  (PAIRS[(word >>> 8) & 255] as string) +
  (PAIRS[word & 255] as string)
