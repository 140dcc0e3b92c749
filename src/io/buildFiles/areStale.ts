import { either as E } from 'fp-ts'
import type { Sample } from '../../model/sample'
import type { PreparedBuild } from '../../build/pipeline'
import { Redraw } from '../../replay/redraw'
import { HeldOutForms } from '../../stages/dedupe/heldOutForms'
import { unitSplits } from '../../stages/split/plannedSplits'
import { toUnverified } from './toUnverified'
import { everyNth } from '../../utils/statistics/everyNth'

/**
 * Returns true if the level no longer draws the rows of a previous run, or no longer holds out their forms for their split.
 * This happens if the level was edited without a new version. The check draws a few evenly spaced rows again.
 */
export function areStale<Q, A>(prepared: PreparedBuild<Q, A>, rows: Iterable<Sample>, count: number): boolean {
  const checked = everyNth(rows, count)
  const redrawn = new Redraw(prepared.spec).rows(checked.map(({ metadata }) => metadata.token))
  const areSame = checked.every((row, at) => {
    const redraw = redrawn[at]
    if (redraw === undefined || E.isLeft(redraw)) return false
    const expected = { id: row.id, ...redraw.right } as Sample
    return JSON.stringify(row.verified ? expected : toUnverified(expected)) === JSON.stringify(row)
  })
  return !areSame || violateHoldout(prepared, checked)
}

function violateHoldout<Q, A>({ spec, seed, plan }: PreparedBuild<Q, A>, rows: readonly Sample[]): boolean {
  if (spec.holdoutForm === undefined) return false
  const holdout = new HeldOutForms(spec)
  const splitOf = unitSplits(spec, seed, plan)
  return rows.some(row => {
    const split = splitOf(row)
    return split === undefined || !holdout.admitsText(row.input, split)
  })
}
