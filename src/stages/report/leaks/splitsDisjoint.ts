import type { NearDuplicates } from '../../../model/figures'
import type { DatasetCheck } from '../../../model/report'
import type { Leaks } from './leakTally'

/** What a level says of what may stand on two sides. */
export interface LeakLimits {
  readonly holdoutForm?: unknown
  readonly maxNearDuplicates?: number
}

/** Nothing stands on two sides: no input, no form, no draw; and where a level says how many, no more near-duplicates than that. */
export function splitsDisjoint(leaks: Leaks, near: NearDuplicates, { holdoutForm, maxNearDuplicates: allowed }: LeakLimits): DatasetCheck {
  const { inputs, forms, heldOut, twins, formErrors: untold } = leaks
  const isDisjoint = inputs + forms + heldOut + twins + untold === 0
  const held = holdoutForm === undefined ? '' : `, ${heldOut} held-out forms`
  const told = untold === 0 ? '' : `; ${untold} rows whose form the level could not tell, for it threw`
  return {
    name: 'splits.disjoint',
    outcome: isDisjoint && near.pairs <= (allowed ?? near.pairs) ? 'holds' : 'violated',
    figures: `${inputs} inputs, ${forms} canonical forms${held} on two sides; ${twins} traps apart from their twin${told}; ${nearText(near, allowed)}`,
  }
}

function nearText({ rows, similarity, pairs, worst: [worst] }: NearDuplicates, allowed: number | undefined): string {
  const nearest = worst === undefined ? '' : `, the nearest ${worst.ids.join(' and ')} (${worst.similarity.toFixed(2)})`
  const gate = allowed === undefined ? '' : `, ${allowed} allowed`
  return `${pairs} near-duplicates (Jaccard ${similarity} or more) among ${rows} rows${gate}${nearest}`
}
