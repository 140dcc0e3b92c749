import { either as E } from 'fp-ts'
import type { LevelSpec } from '../model/levelSpec'
import type { Sample } from '../model/sample'
import { Redraw } from '../replay/redraw'

/** How many rows of an earlier run are drawn again before the others are believed to be of the same level. */
const LOOKS = 64

/**
 * Whether rows of an earlier run are no longer what the level draws: it was edited in between, without a new version.
 * A few, evenly spread, are drawn again.
 */
export function areStale<Q, A>(spec: LevelSpec<Q, A>, rows: Iterable<Sample>, count: number): boolean {
  const every = Math.max(1, Math.floor(count / LOOKS))
  const looked: Sample[] = []
  let index = 0
  for (const row of rows) if (index++ % every === 0) looked.push(row)
  const again = new Redraw(spec).rows(looked.map(({ metadata }) => metadata.token))
  return looked.some((row, at) => {
    const drawn = again[at]
    return drawn === undefined || E.isLeft(drawn) || drawn.right.input !== row.input || drawn.right.expected_output !== row.expected_output
  })
}
