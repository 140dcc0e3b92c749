import type { PreparedBuild } from '../../build/pipeline'
import { Attempts } from '../../build/attempts'
import { unitOrder } from '../../build/unitOrder'
import { everyNth } from '../../utils/statistics/everyNth'
import { trustedLines } from '../read/trustedRows'
import type { UnitRange } from './shard'

/** Number of units that are drawn again to check that the level is unchanged. */
const CHECKED_UNITS = 16

/** Returns true if the level no longer draws the recorded units. The check draws a few evenly spaced units again. */
export function areStaleUnits<Q, A>({ spec, seed, plan }: PreparedBuild<Q, A>, path: string, { start, end }: UnitRange): boolean {
  const unitAt = unitOrder(spec, seed, plan)
  const checked = everyNth(numbered(trustedLines(path), start), end - start, CHECKED_UNITS)
  const redrawn = new Attempts(spec, seed).records(checked.map(({ position }) => unitAt(position)))
  return checked.some(({ line }, index) => JSON.stringify(redrawn[index]) !== line)
}

function* numbered(lines: Iterable<string>, start: number): Generator<{ readonly position: number; readonly line: string }> {
  let position = start
  for (const line of lines) yield { position: position++, line }
}
