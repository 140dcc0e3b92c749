import type { FeatureFigure } from '../../../model/figures'
import type { DeclaredCue } from '../../../model/levelSpec'
import { wilson } from '../../../utils/statistics/wilson'
import { Z_OF_95 } from '../../../utils/statistics/areaUnderCurve'
import type { FeatureCounts } from './featureCount'
import { type RefusedFeatures, refusedFeatures } from './refusedFeatures'
import type { SurfaceRow } from './surfaceRow'

/** Features are first looked for among those that stand for a refusal so many times as often as a row is one. */
const FIRST_FACTOR = 1.75
/** Where these are too few, among those with half as great a part; when that is so often not enough, among all. */
const MAX_HALVINGS = 4

/**
 * The features of which the greatest parts are refusals, the greatest first; of equal parts the one that more rows have.
 *
 * @param answerable the numbers of the answerable rows, in an order that what they look like has no say in
 */
export function featureFigures(
  rows: readonly SurfaceRow[],
  answerable: Int32Array,
  honest: readonly DeclaredCue[],
  most: number,
): readonly FeatureFigure[] {
  const { index, counts: met } = enoughFeatures(rows, answerable, honest, most)
  return [...met]
    .sort(byShare)
    .slice(0, most)
    .map(({ feature, rows: count, refusals }) => ({
      ...index.describe(feature),
      rows: count,
      refusals,
      share: { value: refusals / count, ...wilson(refusals, count, Z_OF_95) },
    }))
}

/** All features with a greater part than some, so many or more; or all there are. */
function enoughFeatures(rows: readonly SurfaceRow[], answerable: Int32Array, honest: readonly DeclaredCue[], most: number): RefusedFeatures {
  const traps = rows.length - answerable.length
  let least = (FIRST_FACTOR * traps) / Math.max(1, rows.length)
  for (let halvings = 0; least > 0 && halvings < MAX_HALVINGS; halvings++) {
    const features = refusedFeatures(rows, answerable, honest, least)
    if (features.counts.length >= most) return features
    least /= 2
  }
  return refusedFeatures(rows, answerable, honest, 0)
}

/** Of equal features the one comes first that is met first. */
const byShare = (one: FeatureCounts, other: FeatureCounts): number =>
  other.refusals / other.rows - one.refusals / one.rows || other.rows - one.rows || one.firstRow - other.firstRow || one.order - other.order
