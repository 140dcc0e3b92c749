import type { DeclaredCue } from '../../../model/levelSpec'
import { mask } from './mask'
import { grown } from './grown'
import { FeatureIndex } from './featureIndex'
import { KnownFeatures } from './knownFeatures'
import type { FeatureCounts } from './featureCount'
import type { SurfaceRow } from './surfaceRow'

/** A feature that fewer rows have teaches a model little. */
export const MIN_FEATURE_ROWS = 50
/** After so many answerable rows, and whenever there are twice as many, features are dropped that too many of them have. */
const FIRST_PRUNING = 256

/** Features with the index that tells what they are. */
export interface RefusedFeatures {
  readonly index: FeatureIndex
  readonly counts: readonly FeatureCounts[]
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
  honest: readonly DeclaredCue[],
  least: number,
): RefusedFeatures {
  // A part of 0 is that of features that no trap has.
  const { index, counts: met } = trapFeatures(rows, honest, least, least === 0)
  const counted = least > 0 ? countAnswerable(rows, answerable, index, met, least) : met
  return { index, counts: counted.filter(one => one.rows >= MIN_FEATURE_ROWS && reachesShare(one, least)) }
}

/** Whether not too many rows have a feature. */
const reachesShare = ({ rows, refusals }: FeatureCounts, least: number): boolean => refusals / Math.max(MIN_FEATURE_ROWS, rows) >= least

function trapFeatures(rows: readonly SurfaceRow[], honest: readonly DeclaredCue[], least: number, all: boolean): RefusedFeatures {
  const index = new FeatureIndex()
  let counts = new Int32Array(3 << 12)
  for (const [row, { input, type }] of rows.entries()) {
    if (type === 'none' && !all) continue
    const known = index.size
    const features = index.add(type === 'none' ? input : mask(input, type, honest))
    while (3 * index.size > counts.length) counts = grown(counts)
    for (let at = 0; at < features.length; at++) {
      const place = 3 * (features[at] as number)
      counts[place] = (counts[place] as number) + 1
      if (type !== 'none') counts[place + 1] = (counts[place + 1] as number) + 1
    }
    for (let feature = known; feature < index.size; feature++) counts[3 * feature + 2] = row
  }
  const fewest = least * MIN_FEATURE_ROWS
  const met: FeatureCounts[] = []
  for (let feature = 0; feature < index.size; feature++) {
    const [count, refusals] = [counts[3 * feature] as number, counts[3 * feature + 1] as number]
    if (all ? count < MIN_FEATURE_ROWS : refusals < fewest) continue
    met.push({ feature, refusals, rows: count, firstRow: counts[3 * feature + 2] as number, order: feature })
  }
  return { index, counts: met }
}

function countAnswerable(
  rows: readonly SurfaceRow[],
  answerable: Int32Array,
  index: FeatureIndex,
  met: readonly FeatureCounts[],
  least: number,
): readonly FeatureCounts[] {
  let known = new KnownFeatures(index, met)
  let look = FIRST_PRUNING
  for (let at = 0; at < answerable.length; at++) {
    const row = answerable[at] as number
    known.count((rows[row] as SurfaceRow).input, row)
    if (at + 1 < look) continue
    look *= 2
    const part = (at + 1) / answerable.length
    known = new KnownFeatures(
      index,
      known.counted().filter(one => canReachShare(one, least, part)),
    )
  }
  return known.counted()
}

/**
 * Whether such a part of the answerable rows does not rule out that at least so great a part of a feature's rows are refusals.
 * It does where there is a chance of 10⁻¹² at most to meet that many of the few that there may be (Bernstein's inequality, which
 * holds for draws without replacement too: Hoeffding 1963).
 */
function canReachShare({ rows, refusals }: FeatureCounts, least: number, part: number): boolean {
  const expected = part * (Math.max(MIN_FEATURE_ROWS, refusals / least) - refusals)
  return rows - refusals <= expected + LN_OF_10_12 / 3 + Math.sqrt((LN_OF_10_12 / 3) ** 2 + 2 * LN_OF_10_12 * expected)
}

/** The natural logarithm of 10¹². */
const LN_OF_10_12 = 27.631
