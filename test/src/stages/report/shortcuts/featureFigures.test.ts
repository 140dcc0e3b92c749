import { describe, expect, it } from 'vitest'
import { rowsOfType } from '../../../../../src/stages/report/shortcuts/controls'
import { featureFigures } from '../../../../../src/stages/report/shortcuts/featureFigures'
import { FeatureIndex } from '../../../../../src/stages/report/shortcuts/featureIndex'
import type { SurfaceRow } from '../../../../../src/stages/report/shortcuts/surfaceRow'
import { cleanRows, PLANTED_SHORTCUTS, plant } from './support/plantedShortcuts'

const MAX_FEATURES = 10

/** Returns the worst features by counting every feature of every row. */
function countedFigures(rows: readonly SurfaceRow[]): readonly { kind: string; feature: string; rows: number; refusals: number }[] {
  const index = new FeatureIndex()
  const counts: { feature: number; rows: number; refusals: number }[] = []
  for (const { input, type } of rows) {
    for (const feature of index.add(input)) {
      counts[feature] ??= { feature, rows: 0, refusals: 0 }
      const counted = counts[feature] as { rows: number; refusals: number }
      counted.rows += 1
      if (type !== 'none') counted.refusals += 1
    }
  }
  return counts
    .filter(one => one.rows >= 50)
    .sort((one, other) => other.refusals / other.rows - one.refusals / one.rows || other.rows - one.rows || one.feature - other.feature)
    .slice(0, MAX_FEATURES)
    .map(({ feature, rows: count, refusals }) => ({ ...index.describe(feature), rows: count, refusals }))
}

const figuresOf = (rows: readonly SurfaceRow[]) =>
  featureFigures(rows, rowsOfType(rows, 'none'), [], MAX_FEATURES).map(({ kind, feature, rows: count, refusals }) => ({
    kind,
    feature,
    rows: count,
    refusals,
  }))

describe('featureFigures', () => {
  it.each([1, 2, 3])('returns the features of a full count, in order (seed %s)', seed => {
    const clean = cleanRows(seed, 500, 4_500)
    expect(figuresOf(clean)).toEqual(countedFigures(clean))
    for (const planted of PLANTED_SHORTCUTS.slice(0, 4)) {
      const rows = plant(clean, planted)
      expect(figuresOf(rows)).toEqual(countedFigures(rows))
    }
  })

  it('orders features by their first occurrence if all else is equal, also in answerable rows', () => {
    const rowsOf = (input: string, type: SurfaceRow['type'], times: number) =>
      Array.from({ length: times }, (_, row): SurfaceRow => ({ input, type, foldKey: `${input} ${row}` }))
    const rows = [
      ...rowsOf('yyy', 'none', 1),
      ...rowsOf('xxx', 'incomplete', 60),
      ...rowsOf('yyy', 'incomplete', 60),
      ...rowsOf('xxx', 'none', 1),
    ]
    expect(figuresOf(rows)[1]).toEqual({ kind: 'characters', feature: 'yyy', rows: 61, refusals: 60 })
    expect(figuresOf(rows)).toEqual(countedFigures(rows))
  })

  it('returns the features with the most rows if none predicts a refusal', () => {
    const rows = cleanRows(4, 0, 300)
    expect(figuresOf(rows)).toHaveLength(MAX_FEATURES)
    expect(figuresOf(rows)).toEqual(countedFigures(rows))
  })

  it('returns the features of a full count if all predict about as many refusals', () => {
    const texts = ['one way', 'one day', 'any day']
    const rows = Array.from({ length: 900 }, (_, row): SurfaceRow => {
      const type = row % 6 < 3 ? 'none' : 'incomplete'
      return { input: texts[row % 3] as string, type, foldKey: `${row}` }
    })
    expect(figuresOf(rows)).toEqual(countedFigures(rows))
  })
})
