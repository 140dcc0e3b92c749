import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import type { Sample } from '../../model/sample'
import { type Side, sideOf, type Split } from '../../model/vocabulary'
import { type Fingerprint, fingerprint } from '../../utils/hash/fingerprint'
import { FingerprintTable } from '../../utils/hash/fingerprintTable'
import { formOf } from './formOf'

const SIDES: readonly Side[] = ['train', 'val', 'evaluation']
const INPUT_SEED = 0
/** Seed of the fingerprints of canonical forms. */
export const CANONICAL_SEED = 0x67656e65

/** Fingerprints of one draft's rows. */
export interface RowFingerprints {
  readonly inputs: readonly Fingerprint[]
  /** Fingerprints of the canonical forms; the first is the form of the draft's question, or of its twin's. */
  readonly forms: readonly Fingerprint[]
}

/** Index of the inputs and canonical forms of all settled rows: inputs must be unique, forms must stay on one side. */
export class UniquenessIndex<Q, A> {
  private readonly inputs: FingerprintTable
  private readonly canonicalForms: FingerprintTable

  constructor(
    private readonly spec: LevelSpec<Q, A>,
    rows: number,
  ) {
    this.inputs = new FingerprintTable(rows)
    this.canonicalForms = new FingerprintTable(rows)
  }

  /** Returns the fingerprints of a draft, whose printed inputs are `inputs`. */
  fingerprintsOf(draft: Draft<Q, A>, inputs: readonly string[]): RowFingerprints {
    return {
      inputs: inputs.map(input => fingerprint(input, INPUT_SEED, new Int32Array(4))),
      forms: this.formsOf(draft).map(form => fingerprint(form, CANONICAL_SEED, new Int32Array(4))),
    }
  }

  /** Returns the fingerprints of the rows of one slot: one answered row, or a trap and its twin in any order. */
  fingerprintsOfRows(rows: readonly Sample[]): RowFingerprints {
    const inputs = [...rows].sort((one, other) => Number(one.category === 'adversarial') - Number(other.category === 'adversarial'))
    const forms = inputs.map(({ input }) => formOf(this.spec, input))
    return {
      inputs: rows.map(({ input }) => fingerprint(input, INPUT_SEED, new Int32Array(4))),
      forms: forms.map(form => fingerprint(form, CANONICAL_SEED, new Int32Array(4))),
    }
  }

  /** Returns the reason why these rows cannot be in this split, or undefined if they can. */
  conflict({ inputs, forms }: RowFingerprints, split: Split): string | undefined {
    for (const input of inputs) if (this.inputs.get(input) !== undefined) return 'duplicate input'
    const side = SIDES.indexOf(sideOf(split))
    for (const form of forms) {
      const found = this.canonicalForms.get(form)
      if (found !== undefined && found !== side) return 'canonical form on another side'
    }
    return undefined
  }

  /** Adds the rows of a split. */
  add({ inputs, forms }: RowFingerprints, split: Split): void {
    const side = SIDES.indexOf(sideOf(split))
    for (const input of inputs) this.inputs.set(input, 0)
    for (const form of forms) this.canonicalForms.set(form, side)
  }

  private formsOf(draft: Draft<Q, A>): readonly string[] {
    if (draft._tag === 'Answered') return [this.spec.canonicalForm(draft.question)]
    return [this.spec.canonicalForm(draft.twin.question), formOf(this.spec, draft.trap.input)]
  }
}

/** Returns the group of rows: the first half of the fingerprint of their canonical form, as 16 hexadecimal digits. */
export const groupOf = ({ forms: [form] }: RowFingerprints): string => hex(form?.[0] ?? 0) + hex(form?.[1] ?? 0)

const HEX_BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Spells a word as eight hexadecimal digits. The table takes a tenth of the time of `toString(16)` and padding. */
const hex = (word: number): string =>
  (HEX_BYTES[word >>> 24] as string) +
  (HEX_BYTES[(word >>> 16) & 255] as string) +
  (HEX_BYTES[(word >>> 8) & 255] as string) +
  (HEX_BYTES[word & 255] as string)
