import { either as E } from 'fp-ts'
import { type ArbitraryOptions, assertArbitrary, checkArbitrary, type Counterexample, fc, type Law, renderError } from 'genesis-datasets'
import { fromChoices } from 'genesis-datasets/arbitraries'
import { law } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'

const below = (bound: number): Law<number> => law('number.below', value => (value < bound ? 'holds' : { violated: `not below ${bound}` }))

function broken<T>(arbitrary: fc.Arbitrary<T>, laws: readonly Law<T>[], options?: ArbitraryOptions<T>): Counterexample {
  const checked = checkArbitrary(arbitrary, laws, options)
  if (E.isRight(checked) || checked.left._tag !== 'Counterexample') throw new Error('no counterexample')
  return checked.left
}

describe('checkArbitrary, if all laws hold', () => {
  it('reports counts of laws and draws', () => {
    const report = assertArbitrary(fc.nat({ max: 99 }), [below(100)], {
      runs: 400,
      classify: { small: value => value < 50 },
      cover: { small: 0.4 },
    })
    expect(report).toMatchObject({ level: 'arbitrary', seed: '42', laws: { 'number.below': report.runs } })
    expect(report.unbiasedLabels.small).toBeGreaterThan(0.4 * report.unbiased)
    expect(report.unbiasedLabels.small).toBeLessThan(0.6 * report.unbiased)
    expect(report.coverage).toMatchObject([{ label: 'small', minimum: 0.4 }])
  })

  it('allows discards', () => {
    const even = law('number.even', (value: number) => (value % 2 === 0 ? 'holds' : { discard: 'odd' }))
    const { runs, discards } = assertArbitrary(fc.nat(), [even], { runs: 100 })
    expect(runs).toBe(100)
    expect(discards.odd).toBeGreaterThan(20)
  })
})

describe('checkArbitrary, if a law is violated', () => {
  it('reports the simplest counterexample', () => {
    const { shrunk, reason, level, cell, law: name, minimal } = broken(fc.nat({ max: 9_999 }), [below(700)])
    expect({ shrunk, reason, level, cell, name, minimal }).toEqual({
      shrunk: { input: '700' },
      reason: 'not below 700',
      level: 'arbitrary',
      cell: 'arbitrary',
      name: 'number.below',
      minimal: true,
    })
  })

  it('throws a text with a line to paste that replays only that draw', () => {
    const { token, original, shrinks } = broken(fc.nat({ max: 9_999 }), [below(700)])
    expect(() => assertArbitrary(fc.nat({ max: 9_999 }), [below(700)])).toThrow(
      [
        'Law violated in arbitrary: number.below: not below 700.',
        '  law: number.below',
        `  shrunk (${shrinks} steps):`,
        '    700',
        '  original:',
        `    ${original.input}`,
        '  seed: 42',
        `  token: ${token}`,
        `  replay: assertArbitrary(arbitrary, laws, { token: '${token}' })`,
      ].join('\n'),
    )
    expect(broken(fc.nat({ max: 9_999 }), [below(700)], { token })).toEqual({ ...broken(fc.nat({ max: 9_999 }), [below(700)]) })
  })

  it('passes for the token after the repair', () => {
    const { token } = broken(fc.nat({ max: 9_999 }), [below(700)])
    const report = assertArbitrary(fc.nat({ max: 9_999 }), [below(10_000)], { token })
    expect(report).toMatchObject({
      level: 'arbitrary',
      seed: '42',
      runs: 1,
      laws: { 'number.below': 1 },
      discards: {},
      unbiasedLabels: {},
      coverage: [],
    })
    const other = law('number.other', () => ({ discard: 'another' }))
    const discarded = assertArbitrary(fc.nat({ max: 9_999 }), [other], { token })
    expect(discarded).toMatchObject({ runs: 0, laws: {}, discards: { another: 1 }, allLabels: {} })
  })

  it('still fails for the token if only the shrunk value violates the law', () => {
    const { token } = broken(fc.nat({ max: 9_999 }), [below(700)])
    const exactly = law('number.below', (value: number) => (value === 700 ? { violated: 'it is 700' } : 'holds'))
    expect(broken(fc.nat({ max: 9_999 }), [exactly], { token })).toMatchObject({ shrunk: { input: '700' }, reason: 'it is 700' })
  })

  it('prints the value with the given function, or a placeholder if it throws', () => {
    expect(broken(fc.nat(), [below(5)], { print: value => `<${value}>` }).shrunk.input).toBe('<5>')
    const throwing = (): string => {
      throw new Error('no text')
    }
    expect(broken(fc.nat(), [below(5)], { print: throwing }).shrunk.input).toBe('a value that cannot be printed')
  })

  it('treats a law that throws as violated', () => {
    const throwing = law('number.any', (value: number) => {
      if (value > 3) throw new Error('too much')
      return 'holds'
    })
    expect(broken(fc.nat(), [throwing])).toMatchObject({ shrunk: { input: '4' }, reason: 'it threw: too much' })
  })

  it('finds violations at edges with biased draws', () => {
    const { token, shrunk } = broken(fc.integer({ min: 0, max: 2 ** 31 - 1 }), [below(2 ** 31 - 1)])
    expect(token.split('~')[7]).toBe('b')
    expect(shrunk.input).toBe(String(2 ** 31 - 1))
  })

  it('finds violations at the edges of a choice sequence', () => {
    const choices = fromChoices(choose => choose.integer(0, 2 ** 31 - 1))
    expect(broken(choices, [below(2 ** 31 - 1)]).token.split('~')[7]).toBe('b')
  })
})

describe('checkArbitrary, if a law applies to no value', () => {
  it('lists the law with no draw for which it held', () => {
    const never = law('number.never', () => 'notApplicable')
    expect(assertArbitrary(fc.nat(), [below(2 ** 31), never], { runs: 20 }).laws).toEqual({ 'number.below': 20, 'number.never': 0 })
  })

  it('reports an error if no other law held either, since nothing was checked', () => {
    const checked = checkArbitrary(fc.nat(), [law('number.never', () => 'notApplicable')], { runs: 20 })
    expect(E.isLeft(checked) && checked.left).toMatchObject({
      problems: [
        {
          _tag: 'NotCovered',
          path: 'number.never',
          expected: 'a law that applies to some of the draws',
          received: 'a law that applies to none',
          hint: 'an empty check always passes',
        },
      ],
    })
  })
})

describe('checkArbitrary, given a token', () => {
  const tokenOf = (): string => broken(fc.nat({ max: 9_999 }), [below(700)]).token

  it('rejects a token whose shrink path the arbitrary cannot follow', () => {
    const other = checkArbitrary(fc.constant(1), [below(5)], { token: tokenOf() })
    expect(E.isLeft(other) && renderError(other.left)).toMatch(
      /^Invalid token\.path: expected \d+ steps of shrinking, received a path that ends after 0\./,
    )
  })

  it('rejects a damaged token and a token of a level', () => {
    const damaged = checkArbitrary(fc.nat(), [below(5)], { token: tokenOf().replace('~42~', '~43~') })
    expect(E.isLeft(damaged) && renderError(damaged.left)).toContain('wrong checksum')
    const ofLevel = checkArbitrary(fc.nat(), [below(5)], { token: 'g1-4.10.2~sums~1.0.0~42~valid.plain.easy~0~0~u~~1d91c363' })
    expect(E.isLeft(ofLevel) && renderError(ofLevel.left)).toContain('Invalid token.level: expected arbitrary, received sums')
  })
})
