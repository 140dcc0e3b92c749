import type { NearDuplicates } from '../../../model/figures'
import type { DatasetCheck } from '../../../model/report'
import type { Leaks } from './leakTally'

/** Declarations of a level about rows on two sides. */
export interface LeakLimits {
  readonly holdoutForm?: unknown
  readonly maxNearDuplicates?: number
}

/** Checks `splits.disjoint`: no input, form or draw is on two sides, and there are no more near-duplicates than the level's maximum, if it declares one. */
export function splitsDisjoint(leaks: Leaks, near: NearDuplicates, { holdoutForm, maxNearDuplicates: allowed }: LeakLimits): DatasetCheck {
  const { inputs, forms, heldOutForms: heldOut, twins, formErrors } = leaks
  const isDisjoint = inputs + forms + heldOut + twins + formErrors === 0
  const heldOutText = holdoutForm === undefined ? '' : `, ${heldOut} held-out forms`
  const errorText = formErrors === 0 ? '' : `; ${formErrors} rows whose form could not be computed because the level threw`
  return {
    name: 'splits.disjoint',
    outcome: isDisjoint && near.pairs <= (allowed ?? near.pairs) ? 'holds' : 'violated',
    figures: `${inputs} inputs, ${forms} canonical forms${heldOutText} on two sides; ${twins} traps on another side than their twin${errorText}; ${nearText(near, allowed)}`,
  }
}

/** Describes the near-duplicates and the nearest pair. */
function nearText({ rows, similarity, pairs, worst: [worst] }: NearDuplicates, allowed: number | undefined): string {
  const nearest = worst === undefined ? '' : `, the nearest ${worst.ids.join(' and ')} (${worst.similarity.toFixed(2)})`
  const gate = allowed === undefined ? '' : `, ${allowed} allowed`
  return `${pairs} near-duplicates (Jaccard ${similarity} or more) among ${rows} rows${gate}${nearest}`
}
