import type { SplitSample } from '../../../model/dataset'
import type { LeakFigures } from '../../../model/figures'
import type { LevelSpec } from '../../../model/levelSpec'
import { sideOf } from '../../../model/vocabulary'
import { hashForms } from '../../dedupe/formHashes'
import { RowHashes } from '../../../utils/hash/sortedHashes'
import { FormSides } from './formSides'
import { OpenPairs } from './openPairs'

/** What all rows tell of leaks; near-duplicates are looked for in a sample of them. */
export interface Leaks extends Omit<LeakFigures, 'nearDuplicates'> {
  /** Rows whose input another row has too, on whatever side. */
  readonly duplicates: number
  /** Groups, as the rows name them, on two sides. */
  readonly groups: number
  /** Rows whose form the level's code could not tell, since it threw. */
  readonly formErrors: number
}

const SIDES = { train: 0, val: 1, evaluation: 2 } as const

/** Finds what stands on two sides, among all rows: 24 bytes a row. */
export class LeakTally<Q, A> {
  private readonly inputs: RowHashes
  private readonly groups: RowHashes
  private readonly forms: RowHashes
  private readonly pairs = new OpenPairs()
  private readonly heldOut = new FormSides()
  private formErrors = 0

  /** @param rows how many there may be */
  constructor(
    private readonly spec: LevelSpec<Q, A>,
    rows: number,
  ) {
    this.inputs = new RowHashes(rows)
    this.groups = new RowHashes(rows)
    this.forms = new RowHashes(rows)
  }

  /** Adds a row, with what its text tells of its forms where somebody else has read it. */
  add({ sample, split }: SplitSample, told = hashForms(this.spec, sample.input)): void {
    const side = SIDES[sideOf(split)]
    this.inputs.add(sample.input, side)
    this.groups.add(sample.metadata.group, side)
    this.pairs.add(sample, side)
    if (told.form === undefined) this.formErrors += 1
    else this.forms.addHash(...told.form, side)
    if (told.heldOut !== undefined) this.heldOut.add(told.heldOut, side)
  }

  found(): Leaks {
    const inputs = this.inputs.countEqual()
    const groups = this.groups.countEqual().withDifferentMark
    return {
      duplicates: inputs.rows,
      groups,
      formErrors: this.formErrors,
      inputs: inputs.withDifferentMark,
      // A group is the form of a row, or of its twin: a form on two sides may show by either.
      forms: Math.max(this.forms.countEqual().withDifferentMark, groups),
      twins: this.pairs.countSeparated(),
      heldOut: this.heldOut.countOnTwoSides(),
    }
  }
}
