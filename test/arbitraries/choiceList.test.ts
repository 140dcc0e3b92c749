import { assertArbitrary, checkArbitrary, fc, renderError } from 'genesis-datasets'
import { type Choose, fromChoices, type ListLength } from 'genesis-datasets/arbitraries'
import { law } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'

const draw = <T>(build: (choose: Choose) => T, count = 1, unbiased = true): readonly T[] =>
  fc.sample(fromChoices(build), { seed: 1, numRuns: count, unbiased })
const digits = (length: ListLength) => (choose: Choose) => choose.list(length, () => choose.integer(0, 9))

/** Returns the simplest failing value under each of three seeds. */
const minima = <T>(build: (choose: Choose) => T, fails: (value: T) => boolean): readonly (T | undefined)[] =>
  [1, 2, 3].map(
    seed =>
      fc.check(
        fc.property(fromChoices(build), value => !fails(value)),
        { seed, numRuns: 2_000 },
      ).counterexample?.[0],
  )

describe('choose.list', () => {
  it('draws every length from min to max with equal frequency', () => {
    const lengths = draw(digits({ min: 2, max: 6 }), 5_000).map(({ length }) => length)
    for (const length of [2, 3, 4, 5, 6]) {
      // A fifth of 5,000; six standard deviations either way.
      expect(Math.abs(lengths.filter(other => other === length).length - 1_000), `${length}`).toBeLessThan(170)
    }
    expect(new Set(lengths).size).toBe(5)
  })

  it('may be empty if no minimum is given', () => {
    expect(new Set(draw(digits({ max: 1 }), 100).map(({ length }) => length))).toEqual(new Set([0, 1]))
    expect(draw(digits({ max: 0 }))).toEqual([[]])
  })

  it('spends no choice on the length if min equals max', () => {
    const [triple = []] = draw(choose => choose.list({ min: 3, max: 3 }, () => choose.integer(0, 999)))
    expect(triple).toEqual(draw(choose => [choose.integer(0, 999), choose.integer(0, 999), choose.integer(0, 999)])[0])
  })

  it('passes each item its index', () => {
    const [indices] = draw(choose => choose.list({ min: 4, max: 4 }, index => index))
    expect(indices).toEqual([0, 1, 2, 3])
  })

  it('is empty more often with bias, and still reaches its maximum length', () => {
    const [plain, biased] = [true, false].map(unbiased => draw(digits({ max: 9 }), 2_000, unbiased).map(({ length }) => length)) as [
      number[],
      number[],
    ]
    const timesOf = (lengths: readonly number[], wanted: number): number => lengths.filter(length => length === wanted).length
    expect(timesOf(biased, 0)).toBeGreaterThan(1.2 * timesOf(plain, 0))
    expect(timesOf(biased, 9)).toBeGreaterThan(100)
  })

  it('drops irrelevant items while shrinking, also from the middle and from nested lists', () => {
    expect(minima(digits({ max: 40 }), items => items.includes(7) && items.includes(3))).toEqual([
      [3, 7],
      [3, 7],
      [3, 7],
    ])
    expect(minima(digits({ min: 2, max: 40 }), items => items.includes(7))).toEqual([
      [0, 7],
      [0, 7],
      [0, 7],
    ])
    const nested = (choose: Choose) => choose.list({ max: 6 }, () => choose.list({ max: 6 }, () => choose.integer(0, 9)))
    expect(minima(nested, lists => lists.some(items => items.includes(7)))).toEqual([[[7]], [[7]], [[7]]])
  })

  it('does not consume the choices that follow the list while shrinking', () => {
    const framed = (choose: Choose) => ({ items: digits({ max: 4 })(choose), behind: choose.integer(0, 99) })
    const expected = { items: [8], behind: 60 }
    expect(minima(framed, ({ items, behind }) => items.includes(8) && behind >= 60)).toEqual([expected, expected, expected])
  })
})

describe('an invalid choice', () => {
  const bounds = 'Invalid choose.integer: expected two safe integers in ascending order, with a difference of at most 2^53 - 1, received'
  const lengths = 'Invalid choose.list: expected whole numbers from 0 up, min no greater than max, received'
  const WRONG: readonly (readonly [string, (choose: Choose) => unknown])[] = [
    [`${bounds} [5,3]. Hint: both ends are included.`, choose => choose.integer(5, 3)],
    [`${bounds} [0,1.5].`, choose => choose.integer(0, 1.5)],
    [`${bounds} [-0.5,1].`, choose => choose.integer(-0.5, 1)],
    [`${bounds} [0,Number.NaN].`, choose => choose.integer(0, Number.NaN)],
    [`${bounds} [0,Number.POSITIVE_INFINITY].`, choose => choose.integer(0, Number.POSITIVE_INFINITY)],
    [`${bounds} [-9007199254740991,1].`, choose => choose.integer(Number.MIN_SAFE_INTEGER, 1)],
    [`${bounds} [0,9007199254740992].`, choose => choose.integer(0, Number.MAX_SAFE_INTEGER + 1)],
    [`${bounds} [0,"9"].`, choose => choose.integer(0, '9' as never)],
    [
      'Invalid choose.pick: expected a list of at least one item, received []. Hint: there is nothing to pick from.',
      choose => choose.pick([]),
    ],
    ['Invalid choose.bits: expected a whole number from 0 up, received -1. Hint: give how many bits there are.', choose => choose.bits(-1)],
    ['Invalid choose.bits: expected a whole number from 0 up, received 2.5.', choose => choose.bits(2.5)],
    [`${lengths} {"min":3,"max":2}. Hint: give how many items there may be.`, digits({ min: 3, max: 2 })],
    [`${lengths} {"min":-1,"max":2}.`, digits({ min: -1, max: 2 })],
    [`${lengths} {"min":0,"max":2.5}.`, digits({ max: 2.5 })],
    [`${lengths} {"min":0.5,"max":2}.`, digits({ min: 0.5, max: 2 })],
    [`${lengths} {"min":0,"max":undefined}.`, digits({} as never)],
  ]

  it.each(WRONG)('throws a RangeError: %s', (message, build) => {
    expect(() => draw(build)).toThrow(RangeError)
    expect(() => draw(build)).toThrow(message)
  })

  it('is reported by a check as an error of the arbitrary, with the token of the draw', () => {
    const holds = law('value.any', () => 'holds' as const)
    const checked = checkArbitrary(
      fromChoices(choose => choose.pick(['a'].slice(choose.integer(0, 1)))),
      [holds],
    )
    const text = checked._tag === 'Left' ? renderError(checked.left) : ''
    expect(text).toContain('expected arbitraries that never throw, received Invalid choose.pick: expected a list of at least one item')
    expect(text).toContain('token: ')
  })

  it('does not occur at the bounds of the valid range', () => {
    const most = Number.MAX_SAFE_INTEGER
    const ends = (choose: Choose) => [
      choose.integer(3, 3),
      choose.integer(0, most),
      choose.integer(-most, 0),
      choose.bits(0),
      choose.pick(['a']),
    ]
    const [drawn = []] = draw(ends)
    expect(drawn.filter((_, index) => index !== 1 && index !== 2)).toEqual([3, 0n, 'a'])
    const inBounds = law('value.inBounds', (value: number) => (Number.isSafeInteger(value) ? 'holds' : { violated: `${value}` }))
    assertArbitrary(
      fromChoices(choose => choose.integer(0, most)),
      [inBounds],
    )
  })
})
