import { either as E } from 'fp-ts'
import { assertLevel, type CheckOptions, checkLevel, renderCheck, renderError } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { coverageOf, coverageProblem, decide } from '../../../src/check/coverage'
import { wilson } from '../../../src/utils/statistics/wilson'
import { doubles } from '../../support/doubles'

describe('the Wilson interval', () => {
  // Newcombe 1998 (Statistics in Medicine 17, table I, method 3) gives these for 95 %.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i ranges from %f to %f', (hits, trials, low, high) => {
    const interval = wilson(hits, trials, 1.959_963_985)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('ends at 0 or 1 if none or all draws hit', () => {
    expect(wilson(0, 50, 6).low).toBe(0)
    expect(wilson(50, 50, 6).high).toBe(1)
    expect(wilson(0, 0, 6)).toEqual({ low: 0, high: 1 })
  })
})

describe('a share', () => {
  const after = (hits: number, runs: number, minimum: number) => decide(coverageOf({ share: minimum }, { share: hits }, runs)[0] as never)

  it.each([
    ['is missed if it is certainly smaller', 0, 1_000, 0.1, 'missed'],
    ['is reached if it is certainly nine tenths of it or more', 200, 1_000, 0.1, 'reached'],
    ['is undecided after few draws', 1, 10, 0.1, 'undecided'],
    ['is undecided just below the minimum', 95, 1_000, 0.1, 'undecided'],
  ])('%s', (_, hits, runs, minimum, decision) => expect(after(hits, runs, minimum)).toBe(decision))

  const coverage = (low: number, high: number) => ({ label: 'a', minimum: 0.1, share: 0.1, low, high, confidence: 0.99, runs: 9 })

  it('is missed only below its minimum, and reached from nine tenths of it on', () => {
    const half = (low: number, high: number) => decide({ ...coverage(low, high), minimum: 0.5 })
    expect(half(0.45, 0.6)).toBe('reached')
    expect(half(0.4499, 0.6)).toBe('undecided')
    expect(half(0.3, 0.5)).toBe('undecided')
    expect(half(0.3, 0.4999)).toBe('missed')
  })

  it('is 0 if there are no draws', () => {
    expect(coverageOf({ a: 0.5 }, {}, 0)).toEqual([
      { label: 'a', minimum: 0.5, share: 0, low: 0, high: 1, confidence: 0.999_999_999, runs: 0 },
    ])
    expect(coverageOf({ a: 0.5, b: 0.25 }, { b: 5 }, 20)).toMatchObject([
      { label: 'a', share: 0, low: 0, runs: 20 },
      { label: 'b', share: 0.25, runs: 20 },
    ])
  })

  it('is reported with its interval if it is missed or undecided', () => {
    expect(coverageProblem(coverage(0.05, 0.0999))).toEqual({
      _tag: 'NotCovered',
      path: 'a',
      expected: 'at least 10.00 % of the unbiased draws',
      received: '10.00 % of 9 (CI 5.00–9.99 at confidence 0.99)',
      hint: 'widen the arbitrary, or lower the minimum',
    })
    expect(coverageProblem(coverage(0.05, 0.5))).toMatchObject({
      received: '10.00 % of 9 (CI 5.00–50.00 at confidence 0.99)',
      hint: 'the interval includes the minimum, so increase runs',
    })
  })
})

describe('cover', () => {
  const digits = (draft: { _tag: string; question?: unknown }): boolean => draft._tag === 'Answered' && (draft.question as number) < 10_000
  const options: CheckOptions<number, number> = { category: 'valid', runs: 200, classify: { 'up to four digits': digits } }

  it('is reached after more draws than requested if necessary', () => {
    // A tenth of the numbers up to 99,999; a tenth of them ends in 0.
    const {
      coverage: covered,
      runs,
      unbiased,
    } = assertLevel(doubles, {
      ...options,
      cover: { 'up to four digits': 0.08, 'edge.double.round': 0.08 },
    })
    expect(runs - unbiased).toBe(100)
    expect(unbiased).toBeGreaterThan(100)
    for (const { share, low, high, confidence, runs: draws } of covered) {
      expect(draws).toBe(unbiased)
      expect(low).toBeLessThan(0.1)
      expect(high).toBeGreaterThan(0.1)
      expect(share).toBeGreaterThan(0.07)
      expect(confidence).toBe(0.999_999_999)
    }
  })

  it('fails if the share is certainly missed, and names the confidence', () => {
    const checked = checkLevel(doubles, { ...options, cover: { 'up to four digits': 0.3, 'topic.double': 1 } })
    if (E.isRight(checked) || checked.left._tag !== 'CheckError') throw new Error('expected an error')
    expect(checked.left.problems).toHaveLength(1)
    expect(checked.left.problems[0]).toMatchObject({
      _tag: 'NotCovered',
      path: 'up to four digits',
      expected: 'at least 30.00 % of the unbiased draws',
    })
    expect(renderError(checked.left)).toContain(' at confidence 0.999999999)')
  })

  it('fails if the maximum of draws cannot decide', () => {
    const checked = checkLevel(doubles, { ...options, runs: 2, cover: { 'up to four digits': 0.1 } })
    expect(E.isLeft(checked) && renderError(checked.left)).toContain('the interval includes the minimum, so increase runs')
  })

  it('accepts the labels of the selected cells only', () => {
    const checked = checkLevel(doubles, { ...options, cover: { 'type.malformed': 0.1, 'topic.double': 0.5 } })
    expect(E.isLeft(checked) && checked.left).toMatchObject({
      problems: [{ _tag: 'InvalidOption', path: 'options.cover.type.malformed', expected: expect.stringContaining('topic.double') }],
    })
  })

  it('counts no biased draws', () => {
    // Biased draws give 0 far more often than one in a hundred thousand.
    const zero = { zero: (draft: { _tag: string; question?: unknown }): boolean => draft._tag === 'Answered' && draft.question === 0 }
    const { unbiasedLabels, allLabels } = assertLevel(doubles, { category: 'valid', runs: 400, classify: zero })
    expect(unbiasedLabels.zero).toBe(0)
    expect(allLabels.zero).toBeGreaterThan(0)
  })

  it('appears in the report', () => {
    const text = renderCheck(assertLevel(doubles, { ...options, cover: { 'topic.double': 0.9 } }))
    expect(text).toMatch(/^doubles: all laws held for \d+ drafts \(\d+ unbiased, 100 biased\), seed 42$/m)
    expect(text).toMatch(/^ {4}topic\.double: (\d+) \(100\.0 %; \d+ including biased\)$/m)
    expect(text).toMatch(
      /^ {2}coverage of topic\.double: 100\.0 % of \d+ \(CI [\d.]+–100\.0 at confidence 0\.999999999; at least 90\.0 % required\)$/m,
    )
  })
})
