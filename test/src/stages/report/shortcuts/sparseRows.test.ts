import { fc } from 'genesis-datasets'
import { expect, it } from 'vitest'
import { FeatureIndex } from '../../../../../src/stages/report/shortcuts/featureIndex'
import { sparseRows } from '../../../../../src/stages/report/shortcuts/sparseRows'

/** Returns, for each feature with at least three rows, these rows as one text. */
function rowsOfFeatures(texts: readonly string[]): readonly string[] {
  const index = new FeatureIndex()
  const rows: number[][] = []
  for (const [row, text] of texts.entries()) {
    for (const feature of index.add(text)) {
      rows[feature] ??= []
      rows[feature]?.push(row)
    }
  }
  return rows.filter(one => one.length >= 3).map(one => one.join(' '))
}

it('sparseRows merges the features that have the same rows into one with a multiplicity', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', '\n'), { maxLength: 15 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 15 }), texts => {
      const { rows, features, starts, entries, times, sizes } = sparseRows(texts)
      const rowsOf = Array.from({ length: features }, (): number[] => [])
      for (let row = 0; row < rows; row++) {
        const own = [...entries.subarray(starts[row], starts[row + 1])]
        for (const feature of own) rowsOf[feature]?.push(row)
        expect(sizes[row]).toBe(own.reduce((sum, feature) => sum + (times[feature] as number), 0))
      }
      const words = rowsOf.map(one => one.join(' '))
      expect(new Set(words).size).toBe(features)
      expect(words.flatMap((word, feature) => Array(times[feature]).fill(word)).sort()).toEqual([...rowsOfFeatures(texts)].sort())
    }),
    { seed: 1, numRuns: 300 },
  )
})
