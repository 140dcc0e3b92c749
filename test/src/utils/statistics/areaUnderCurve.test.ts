import { fc } from 'genesis-datasets'
import { expect, it } from 'vitest'
import { areaEstimate, areaUnderCurve } from '../../../../src/utils/statistics/areaUnderCurve'

const scored = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 2, maxLength: 40 })

it('the area is the share of pairs in which the positive scores higher, with ties counting half', () => {
  fc.assert(
    fc.property(scored, rows => {
      const positives = rows.filter(([, isPositive]) => isPositive)
      const negatives = rows.filter(([, isPositive]) => !isPositive)
      const wins = positives.flatMap(([one]) => negatives.map(([other]) => (one > other ? 1 : one === other ? 0.5 : 0)))
      const expected = wins.length === 0 ? 0.5 : wins.reduce((sum: number, won) => sum + won, 0) / wins.length
      const area = areaUnderCurve(
        Float64Array.from(positives, ([score]) => score),
        Float64Array.from(negatives, ([score]) => score),
      )
      expect(area).toBeCloseTo(expected, 10)
    }),
    { seed: 1, numRuns: 300 },
  )
})

it('the area has the interval of Hanley and McNeil', () => {
  // From their table: an area of 0.893 from 58 abnormal and 51 normal images has a standard error of 0.032.
  const { low, high } = areaEstimate(0.893, 58, 51, 1)
  expect((high - low) / 2).toBeCloseTo(0.032, 2)
})

it('the interval narrows with the square root of the rows', () => {
  const width = (rows: number) => areaEstimate(0.6, rows, rows).high - areaEstimate(0.6, rows, rows).low
  expect(width(100) / width(400)).toBeCloseTo(2, 1)
})
