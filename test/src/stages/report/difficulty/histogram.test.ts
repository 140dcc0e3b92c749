import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { Histogram } from '../../../../../src/stages/report/difficulty/histogram'

describe('a histogram', () => {
  const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 80 })

  it('has the quantiles of the sorted values for few values', () => {
    fc.assert(
      fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, part) => {
        const histogram = new Histogram()
        for (const value of list) histogram.add(value)
        const sorted = [...list].sort((one, other) => one - other)
        expect(histogram.quantile(part)).toBe(sorted[Math.max(1, Math.ceil(part * list.length)) - 1])
        expect(histogram.rows).toBe(list.length)
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('is independent of order and partition for many values', () => {
    fc.assert(
      fc.property(values, fc.nat(80), (list, cut) => {
        const [whole, backwards, sum, part] = [new Histogram(8), new Histogram(8), new Histogram(8), new Histogram(8)]
        for (const value of list) whole.add(value)
        for (const value of [...list].reverse()) backwards.add(value)
        for (const [index, value] of list.entries()) (index < cut ? sum : part).add(value)
        sum.addAll(part)
        for (const quantile of [0.1, 0.25, 0.5, 0.75, 1]) {
          expect(backwards.quantile(quantile)).toBe(whole.quantile(quantile))
          expect(sum.quantile(quantile)).toBe(whole.quantile(quantile))
        }
      }),
      { seed: 4, numRuns: 300 },
    )
  })

  it('has 0 everywhere for no values', () => {
    expect(new Histogram().quantile(0.5)).toBe(0)
  })
})
