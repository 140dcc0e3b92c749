import { either as E } from 'fp-ts'
import type { LevelSpec } from '../../model/levelSpec'
import type { Sample } from '../../model/sample'
import { Redraw } from '../../replay/redraw'
import { asGenerated } from './asGenerated'
import { evenlySpread } from '../evenlySpread'

/**
 * Whether rows of an earlier run are no longer what the level draws: it was edited in between, without a new version.
 * A few, evenly spread, are drawn again.
 */
export function areStale<Q, A>(spec: LevelSpec<Q, A>, rows: Iterable<Sample>, count: number): boolean {
  const looked = evenlySpread(rows, count)
  const again = new Redraw(spec).rows(looked.map(({ metadata }) => metadata.token))
  return looked.some((row, at) => {
    const drawn = again[at]
    if (drawn === undefined || E.isLeft(drawn)) return true
    const whole = { id: row.id, ...drawn.right } as Sample
    return JSON.stringify(row.verified ? whole : asGenerated(whole)) !== JSON.stringify(row)
  })
}
