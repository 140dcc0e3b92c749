import type { SplitSample } from '../../../model/dataset'
import type { LeakFigures } from '../../../model/figures'
import type { LevelSpec } from '../../../model/levelSpec'
import { sideOf } from '../../../model/vocabulary'
import { hashForms } from '../../dedupe/formHashes'
import { SortedHashes } from '../../../utils/hash/sortedHashes'
import { FormSides } from './formSides'
import { OpenPairs } from './openPairs'

/** Leaks among all rows. Near-duplicates are found in a sample, and are not part of it. */
export interface Leaks extends Omit<LeakFigures, 'nearDuplicates'> {
  /** Rows whose input equals the input of another row, on any side. */
  readonly duplicates: number
  /** Groups of the rows' metadata on two sides. */
  readonly groups: number
  /** Rows whose form could not be computed, because the level's code threw. */
  readonly formErrors: number
}

const SIDES = { train: 0, val: 1, evaluation: 2 } as const

/** Finder of inputs, forms and pairs on two sides, among all rows. It keeps 24 bytes per row. */
export class LeakTally<Q, A> {
  private readonly inputs: SortedHashes
  private readonly groups: SortedHashes
  private readonly forms: SortedHashes
  private readonly pairs = new OpenPairs()
  private readonly heldOut = new FormSides()
  private formErrors = 0

  /** @param rows maximum number of rows */
  constructor(
    private readonly spec: LevelSpec<Q, A>,
    rows: number,
  ) {
    this.inputs = new SortedHashes(rows)
    this.groups = new SortedHashes(rows)
    this.forms = new SortedHashes(rows)
  }

  /** Adds a row. `formHashes` are passed if the drawing thread has already computed them. */
  add({ sample, split }: SplitSample, formHashes = hashForms(this.spec, sample.input)): void {
    const side = SIDES[sideOf(split)]
    this.inputs.add(sample.input, side)
    this.groups.add(sample.metadata.group, side)
    this.pairs.add(sample, side)
    if (formHashes.form === undefined) this.formErrors += 1
    else this.forms.addHash(...formHashes.form, side)
    if (formHashes.heldOut !== undefined) this.heldOut.add(formHashes.heldOut, side)
  }

  /** Returns the leaks among all rows added so far. */
  found(): Leaks {
    const inputs = this.inputs.countEqual()
    const groups = this.groups.countEqual().withDifferentMark
    return {
      duplicates: inputs.rows,
      groups,
      formErrors: this.formErrors,
      inputs: inputs.withDifferentMark,
      // A group is the form of the row or of its twin, so a form on two sides is visible in either count.
      forms: Math.max(this.forms.countEqual().withDifferentMark, groups),
      twins: this.pairs.countSeparated(),
      heldOutForms: this.heldOut.countOnTwoSides(),
    }
  }
}
