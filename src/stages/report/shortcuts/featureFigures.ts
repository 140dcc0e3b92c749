import type { FeatureFigure } from '../../../model/figures'
import type { Honest } from '../../../model/levelSpec'
import { wilson } from '../wilson'
import { Z_OF_95 } from './areaUnderCurve'
import { coverUp } from './coverUp'
import { FeatureIndex } from './featureIndex'
import type { SurfaceRow } from './surfaceRow'

/** A feature that fewer rows have teaches a model little. */
export const FEWEST_ROWS_OF_A_FEATURE = 50

/** The features of which the greatest parts are refusals, the greatest first; of equal parts the one that more rows have. */
export function featureFigures(rows: readonly SurfaceRow[], honest: readonly Honest[], most: number): readonly FeatureFigure[] {
  const index = new FeatureIndex()
  let met = new Int32Array(1 << 14)
  let refused = new Int32Array(1 << 14)
  for (const { input, type } of rows) {
    const features = index.add(type === 'none' ? input : coverUp(input, type, honest))
    while (index.size > met.length) {
      met = grown(met)
      refused = grown(refused)
    }
    for (const feature of features) {
      met[feature] = (met[feature] as number) + 1
      if (type !== 'none') refused[feature] = (refused[feature] as number) + 1
    }
  }
  const worst: { readonly feature: number; readonly rows: number; readonly refusals: number }[] = []
  for (let feature = 0; feature < index.size; feature++) {
    const [count, refusals] = [met[feature] as number, refused[feature] as number]
    if (count >= FEWEST_ROWS_OF_A_FEATURE) worst.push({ feature, rows: count, refusals })
  }
  return worst
    .sort((one, other) => other.refusals / other.rows - one.refusals / one.rows || other.rows - one.rows || one.feature - other.feature)
    .slice(0, most)
    .map(({ feature, rows: count, refusals }) => ({
      ...index.describe(feature),
      rows: count,
      refusals,
      share: { value: refusals / count, ...wilson(refusals, count, Z_OF_95) },
    }))
}

function grown(counts: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * counts.length)
  more.set(counts)
  return more
}
