import { fc, type Placed, type Sample } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { Frequent } from '../../../../src/stages/report/answers/frequent'
import { chiSquare } from '../../../../src/utils/statistics/chiSquare'
import { Histogram } from '../../../../src/stages/report/difficulty/histogram'
import { shortPrint } from '../../../../src/stages/dedupe/formHashes'
import { FormSides } from '../../../../src/stages/report/leaks/formSides'
import { OpenPairs } from '../../../../src/stages/report/leaks/openPairs'
import { LengthCounts } from '../../../../src/stages/report/lengthCounts'
import { RowSample } from '../../../../src/stages/report/rowSample'

describe('the most frequent text', () => {
  const words = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 60 })

  it('is counted as by a list where there are counters enough', () => {
    fc.assert(
      fc.property(words, list => {
        const frequent = new Frequent(8)
        for (const word of list) frequent.add(word)
        const counted = [...new Set(list)].sort().map(word => ({ output: word, rows: list.filter(one => one === word).length }))
        const most = counted.reduce((best, one) => (one.rows > best.rows ? one : best), { output: '', rows: 0 })
        expect(frequent.most()).toEqual(most)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('has no fewer rows than it has, and more by less than a part of all, where there are not', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 4 }), (list, counters) => {
        const frequent = new Frequent(counters)
        for (const word of list) frequent.add(word)
        const greatest = Math.max(0, ...list.map(word => list.filter(one => one === word).length))
        const { rows } = frequent.most()
        expect(rows).toBeGreaterThanOrEqual(greatest)
        expect(rows).toBeLessThanOrEqual(greatest + list.length / counters)
      }),
      { seed: 2, numRuns: 500 },
    )
  })
})

describe('a histogram', () => {
  const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 80 })

  it('has the quantiles of the sorted values, while these are few', () => {
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

  it('comes to the same in any order, and in parts, where they are many', () => {
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

  it('of nothing has 0 for all', () => {
    expect(new Histogram().quantile(0.5)).toBe(0)
  })
})

const rowOf = (input: string, token = ''): Placed => ({ sample: { input, metadata: { token } } as Sample, split: 'train' })
const tokenOf = (cell: string, k: number, digest: string): string => `g1-4.10.2~sums~1.0.0~42~${cell}~${k}~0~u~~${digest}`

describe('an even sample of rows', () => {
  const rows = Array.from({ length: 2_000 }, (_, k) => [
    rowOf(`twin ${k}`, tokenOf('adversarial.plain.malformed.easy', k, 'aaaaaaaa')),
    rowOf(`trap ${k}`, tokenOf('adversarial.plain.malformed.easy', k, 'bbbbbbbb')),
    rowOf(`text ${k}`),
  ]).flat()
  const sampleOf = (list: readonly Placed[], most: number): readonly Placed[] => {
    const sample = new RowSample(most)
    for (const row of list) sample.add(row)
    return sample.sorted()
  }

  it('is all of them where they are few', () => {
    expect(new Set(sampleOf(rows, rows.length))).toEqual(new Set(rows))
  })

  it('is bounded, even, and the same in any order', () => {
    const sample = sampleOf(rows, 1_000)
    expect(sample.length).toBeLessThanOrEqual(1_000)
    expect(sample.length).toBeGreaterThan(400)
    expect(sampleOf([...rows].reverse(), 1_000)).toEqual(sample)
    const early = sample.filter(({ sample: { input } }) => Number(input.slice(5)) < 1_000).length
    expect(early / sample.length).toBeGreaterThan(0.4)
    expect(early / sample.length).toBeLessThan(0.6)
  })

  it('has a trap with its twin', () => {
    const inputs = new Set(sampleOf(rows, 1_000).map(({ sample }) => sample.input))
    for (let k = 0; k < 2_000; k++) expect(inputs.has(`trap ${k}`)).toBe(inputs.has(`twin ${k}`))
  })
})

describe('traps and their twins', () => {
  const sampleOf = (token: string): Sample => rowOf('', token).sample

  it('are apart where one draw is on two sides, however far they are from each other', () => {
    const pairs = new OpenPairs()
    for (let k = 0; k < 100; k++) pairs.add(sampleOf(tokenOf('adversarial.plain.malformed.easy', k, 'aaaaaaaa')), k % 3)
    for (let k = 99; k >= 0; k--) pairs.add(sampleOf(tokenOf('adversarial.plain.malformed.easy', k, 'bbbbbbbb')), k < 10 ? 2 : k % 3)
    expect(pairs.apart()).toBe(7)
  })

  it('are no rows of other cells, and none without a token', () => {
    const pairs = new OpenPairs()
    for (const side of [0, 1]) {
      for (const token of ['', 'token 3', tokenOf('valid.plain.easy', 1, 'aaaaaaaa'), tokenOf('adversarial', 1, 'aaaaaaaa')]) {
        pairs.add(sampleOf(token), side)
      }
    }
    expect(pairs.apart()).toBe(0)
  })
})

describe('the sides of forms', () => {
  it('are seen on both sides of each form that is looked at', () => {
    const [all, some] = [new FormSides(), new FormSides(200)]
    for (const sides of [all, some]) {
      for (let form = 0; form < 1_000; form++) sides.add(shortPrint(`form ${form}`, 1), 0)
      for (let form = 0; form < 1_000; form++) sides.add(shortPrint(`form ${form}`, 1), form % 2 === 0 ? 0 : 2)
    }
    expect(all.apart()).toBe(500)
    expect(some.apart()).toBeGreaterThan(30)
    expect(some.apart()).toBeLessThan(101)
  })
})

describe('chi-square', () => {
  it('is as reckoned by hand, table by table', () => {
    // A die thrown sixty times: (5² + 2² + 1² + 2² + 0 + 10²) / 10. A coin thrown ten times: (1² + 1²) / 5.
    const die = [5, 8, 9, 8, 10, 20].map(observed => ({ expected: 10, observed }))
    const coin = [4, 6].map(observed => ({ expected: 5, observed }))
    expect(chiSquare([die])).toEqual({ statistic: 13.4, degrees: 5 })
    expect(chiSquare([die, coin, [], [{ expected: 0, observed: 0 }]])).toEqual({ statistic: expect.closeTo(13.8), degrees: 6 })
  })
})

describe('lengths', () => {
  it('are counted in buckets that double', () => {
    const lengths = new LengthCounts()
    for (const length of [0, 31, 32, 63, 64, 300]) lengths.add('x'.repeat(length))
    expect(Object.entries(lengths.counts())).toEqual([
      ['0-31', 2],
      ['32-63', 2],
      ['64-127', 1],
      ['128-255', 0],
      ['256-511', 1],
    ])
    expect(new LengthCounts().counts()).toEqual({})
  })
})
