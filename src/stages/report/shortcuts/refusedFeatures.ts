import type { DeclaredCue } from '../../../model/levelSpec'
import { mask } from './mask'
import { grown } from './grown'
import { FeatureIndex } from './featureIndex'
import { KnownFeatures } from './knownFeatures'
import type { FeatureCounts } from './featureCount'
import type { SurfaceRow } from './surfaceRow'

/** Minimum number of rows of a feature. A model learns little from rarer features. */
export const MIN_FEATURE_ROWS = 50
/** Number of answerable rows after which features with too many answerable rows are first dropped. The number doubles each time. */
const FIRST_PRUNING = 256

/** Features whose share of refusals reaches the minimum, with the index that renders them. */
export interface RefusedFeatures {
  readonly index: FeatureIndex
  readonly counts: readonly FeatureCounts[]
}

/**
 * Returns all features in at least 50 rows whose share of refusals is at least `minShare`.
 *
 * The traps are read first, because a feature of few traps cannot reach the share. In the answerable rows, only the remaining features are
 * counted, each until it almost certainly cannot reach the share.
 *
 * @param answerable indices of the answerable rows, in an order unrelated to their features
 */
export function refusedFeatures(
  rows: readonly SurfaceRow[],
  answerable: Int32Array,
  cues: readonly DeclaredCue[],
  minShare: number,
): RefusedFeatures {
  // With a share of 0, features that no trap has count too.
  const { index, counts } = trapFeatures(rows, cues, minShare, minShare === 0)
  const counted = minShare > 0 ? countAnswerable(rows, answerable, index, counts, minShare) : counts
  return { index, counts: counted.filter(one => one.rows >= MIN_FEATURE_ROWS && reachesShare(one, minShare)) }
}

/** True if a feature's share of refusals is at least `minShare`. */
const reachesShare = ({ rows, refusals }: FeatureCounts, minShare: number): boolean =>
  refusals / Math.max(MIN_FEATURE_ROWS, rows) >= minShare

function trapFeatures(rows: readonly SurfaceRow[], cues: readonly DeclaredCue[], minShare: number, all: boolean): RefusedFeatures {
  const index = new FeatureIndex()
  let counts = new Int32Array(3 << 12)
  for (const [row, { input, type }] of rows.entries()) {
    if (type === 'none' && !all) continue
    const known = index.size
    const features = index.add(type === 'none' ? input : mask(input, type, cues))
    while (3 * index.size > counts.length) counts = grown(counts)
    for (let at = 0; at < features.length; at++) {
      const place = 3 * (features[at] as number)
      counts[place] = (counts[place] as number) + 1
      if (type !== 'none') counts[place + 1] = (counts[place + 1] as number) + 1
    }
    for (let feature = known; feature < index.size; feature++) counts[3 * feature + 2] = row
  }
  const minRefusals = minShare * MIN_FEATURE_ROWS
  const found: FeatureCounts[] = []
  for (let feature = 0; feature < index.size; feature++) {
    const [count, refusals] = [counts[3 * feature] as number, counts[3 * feature + 1] as number]
    if (all ? count < MIN_FEATURE_ROWS : refusals < minRefusals) continue
    found.push({ feature, refusals, rows: count, firstRow: counts[3 * feature + 2] as number, order: feature })
  }
  return { index, counts: found }
}

function countAnswerable(
  rows: readonly SurfaceRow[],
  answerable: Int32Array,
  index: FeatureIndex,
  features: readonly FeatureCounts[],
  minShare: number,
): readonly FeatureCounts[] {
  let known = new KnownFeatures(index, features)
  let nextPruning = FIRST_PRUNING
  for (let at = 0; at < answerable.length; at++) {
    const row = answerable[at] as number
    known.count((rows[row] as SurfaceRow).input, row)
    if (at + 1 < nextPruning) continue
    nextPruning *= 2
    const part = (at + 1) / answerable.length
    known = new KnownFeatures(
      index,
      known.counted().filter(one => canReachShare(one, minShare, part)),
    )
  }
  return known.counted()
}

/**
 * True if a feature can still reach the share, after a fraction `part` of the answerable rows is counted. It is false if a feature that
 * reaches the share has this many answerable rows with a probability of at most 10⁻¹² (Bernstein's inequality, which also holds for
 * draws without replacement: Hoeffding 1963).
 */
function canReachShare({ rows, refusals }: FeatureCounts, minShare: number, part: number): boolean {
  const expected = part * (Math.max(MIN_FEATURE_ROWS, refusals / minShare) - refusals)
  return rows - refusals <= expected + LN_OF_10_12 / 3 + Math.sqrt((LN_OF_10_12 / 3) ** 2 + 2 * LN_OF_10_12 * expected)
}

/** Natural logarithm of 10¹². */
const LN_OF_10_12 = 27.631
