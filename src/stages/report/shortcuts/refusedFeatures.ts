import type { Honest } from '../../../model/levelSpec'
import { coverUp } from './mask'
import { doubled } from './grown'
import { FeatureIndex } from './featureIndex'
import { KnownFeatures } from './knownFeatures'
import type { Met } from './featureCount'
import type { SurfaceRow } from './surfaceRow'

/** A feature that fewer rows have teaches a model little. */
export const FEWEST_ROWS_OF_A_FEATURE = 50
/** After so many answerable rows, and whenever there are twice as many, features are dropped that too many of them have. */
const FIRST_LOOK = 256

/** Features with the index that tells what they are. */
export interface RefusedFeatures {
  readonly index: FeatureIndex
  readonly met: readonly Met[]
}

/**
 * All features in 50 rows and more of which at least such a part are refusals.
 *
 * Traps are looked at first: a feature that few of them have cannot be refused that often. Of the answerable rows only the
 * features that are left are counted, each until it is certain that too many of them have it.
 *
 * @param answerable the numbers of the answerable rows, in an order that what they look like has no say in
 */
export function refusedFeatures(
  rows: readonly SurfaceRow[],
  answerable: Int32Array,
  honest: readonly Honest[],
  least: number,
): RefusedFeatures {
  // A part of 0 is that of features that no trap has.
  const { index, met } = featuresOfTraps(rows, honest, least, least === 0)
  const counted = least > 0 ? countAnswerable(rows, answerable, index, met, least) : met
  return { index, met: counted.filter(one => one.rows >= FEWEST_ROWS_OF_A_FEATURE && mayBeRefused(one, least)) }
}

/** Whether not too many rows have a feature. */
const mayBeRefused = ({ rows, refusals }: Met, least: number): boolean => refusals / Math.max(FEWEST_ROWS_OF_A_FEATURE, rows) >= least

function featuresOfTraps(rows: readonly SurfaceRow[], honest: readonly Honest[], least: number, all: boolean): RefusedFeatures {
  const index = new FeatureIndex()
  let counts = new Int32Array(3 << 12)
  for (const [row, { input, type }] of rows.entries()) {
    if (type === 'none' && !all) continue
    const known = index.size
    const features = index.add(type === 'none' ? input : coverUp(input, type, honest))
    while (3 * index.size > counts.length) counts = doubled(counts)
    for (let at = 0; at < features.length; at++) {
      const place = 3 * (features[at] as number)
      counts[place] = (counts[place] as number) + 1
      if (type !== 'none') counts[place + 1] = (counts[place + 1] as number) + 1
    }
    for (let feature = known; feature < index.size; feature++) counts[3 * feature + 2] = row
  }
  const fewest = least * FEWEST_ROWS_OF_A_FEATURE
  const met: Met[] = []
  for (let feature = 0; feature < index.size; feature++) {
    const [count, refusals] = [counts[3 * feature] as number, counts[3 * feature + 1] as number]
    if (all ? count < FEWEST_ROWS_OF_A_FEATURE : refusals < fewest) continue
    met.push({ feature, refusals, rows: count, firstRow: counts[3 * feature + 2] as number, turn: feature })
  }
  return { index, met }
}

function countAnswerable(
  rows: readonly SurfaceRow[],
  answerable: Int32Array,
  index: FeatureIndex,
  met: readonly Met[],
  least: number,
): readonly Met[] {
  let known = new KnownFeatures(index, met)
  let look = FIRST_LOOK
  for (let at = 0; at < answerable.length; at++) {
    const row = answerable[at] as number
    known.count((rows[row] as SurfaceRow).input, row)
    if (at + 1 < look) continue
    look *= 2
    const part = (at + 1) / answerable.length
    known = new KnownFeatures(
      index,
      known.counted().filter(one => mayYetBeRefused(one, least, part)),
    )
  }
  return known.counted()
}

/**
 * Whether such a part of the answerable rows does not rule out that at least so great a part of a feature's rows are refusals.
 * It does where there is a chance of 10⁻¹² at most to meet that many of the few that there may be (Bernstein's inequality, which
 * holds for draws without replacement too: Hoeffding 1963).
 */
function mayYetBeRefused({ rows, refusals }: Met, least: number, part: number): boolean {
  const expected = part * (Math.max(FEWEST_ROWS_OF_A_FEATURE, refusals / least) - refusals)
  return rows - refusals <= expected + RARE / 3 + Math.sqrt((RARE / 3) ** 2 + 2 * RARE * expected)
}

/** The natural logarithm of 10¹². */
const RARE = 27.631
