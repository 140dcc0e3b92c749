import type { FeatureFigure } from '../../../model/figures'
import type { DeclaredCue } from '../../../model/levelSpec'
import { wilson } from '../../../utils/statistics/wilson'
import { Z_OF_95 } from '../../../utils/statistics/areaUnderCurve'
import type { FeatureCounts } from './featureCount'
import { type RefusedFeatures, refusedFeatures } from './refusedFeatures'
import type { SurfaceRow } from './surfaceRow'

/** Factor between the first minimum share of refusals among a feature's rows and the share of refusals among all rows. */
const FIRST_FACTOR = 1.75
/** Maximum number of times that the minimum share is halved if too few features reach it. After that, all features are considered. */
const MAX_HALVINGS = 4

/**
 * Returns the features with the largest shares of refusals, in descending order; of equal shares, the feature of more rows first.
 *
 * @param answerable indices of the answerable rows, in an order unrelated to their features
 * @param maxFeatures maximum number of features
 */
export function featureFigures(
  rows: readonly SurfaceRow[],
  answerable: Int32Array,
  cues: readonly DeclaredCue[],
  maxFeatures: number,
): readonly FeatureFigure[] {
  const { index, counts } = enoughFeatures(rows, answerable, cues, maxFeatures)
  return [...counts]
    .sort(byShare)
    .slice(0, maxFeatures)
    .map(({ feature, rows: count, refusals }) => ({
      ...index.describe(feature),
      rows: count,
      refusals,
      refusalShare: { value: refusals / count, ...wilson(refusals, count, Z_OF_95) },
    }))
}

/** Returns all features above some share of refusals, chosen so that there are at least `minimum`; or all features. */
function enoughFeatures(
  rows: readonly SurfaceRow[],
  answerable: Int32Array,
  cues: readonly DeclaredCue[],
  minimum: number,
): RefusedFeatures {
  const traps = rows.length - answerable.length
  let minShare = (FIRST_FACTOR * traps) / Math.max(1, rows.length)
  for (let halvings = 0; minShare > 0 && halvings < MAX_HALVINGS; halvings++) {
    const features = refusedFeatures(rows, answerable, cues, minShare)
    if (features.counts.length >= minimum) return features
    minShare /= 2
  }
  return refusedFeatures(rows, answerable, cues, 0)
}

/** Compares features by share of refusals, then by rows, then by first occurrence. */
const byShare = (one: FeatureCounts, other: FeatureCounts): number =>
  other.refusals / other.rows - one.refusals / one.rows || other.rows - one.rows || one.firstRow - other.firstRow || one.order - other.order
