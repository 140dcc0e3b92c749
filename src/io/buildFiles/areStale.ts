import { either as E } from 'fp-ts'
import type { Sample } from '../../model/sample'
import type { Prepared } from '../../build/pipeline'
import { Redraw } from '../../replay/redraw'
import { Holdout } from '../../stages/dedupe/holdout'
import { unitSplits } from '../../stages/split/plannedSplits'
import { asGenerated } from './toUnverified'
import { evenlySpread } from '../../utils/statistics/everyNth'

/**
 * Whether rows of an earlier run are no longer what the level draws, or their forms no longer held out for the side where
 * they stand: it was edited in between, without a new version. A few, evenly spread, are drawn again.
 */
export function areStale<Q, A>(prepared: Prepared<Q, A>, rows: Iterable<Sample>, count: number): boolean {
  const looked = evenlySpread(rows, count)
  const again = new Redraw(prepared.spec).rows(looked.map(({ metadata }) => metadata.token))
  const isDrawn = looked.every((row, at) => {
    const drawn = again[at]
    if (drawn === undefined || E.isLeft(drawn)) return false
    const whole = { id: row.id, ...drawn.right } as Sample
    return JSON.stringify(row.verified ? whole : asGenerated(whole)) === JSON.stringify(row)
  })
  return !isDrawn || areHeldElsewhere(prepared, looked)
}

function areHeldElsewhere<Q, A>({ spec, seed, plan }: Prepared<Q, A>, rows: readonly Sample[]): boolean {
  if (spec.holdout === undefined) return false
  const holdout = new Holdout(spec)
  const splitOf = unitSplits(spec, seed, plan)
  return rows.some(row => {
    const split = splitOf(row)
    return split === undefined || !holdout.admitsText(row.input, split)
  })
}
