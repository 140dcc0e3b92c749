import { either as E } from 'fp-ts'
import { assertArbitrary, type Format, fc } from 'genesis-datasets'
import { decimal } from 'genesis-datasets/arbitraries'
import { agreement, idempotence, invariance, metamorphic, roundTrip } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'
import { findMinimal } from './support/minimal'

const SEED = { seed: 42 }
const numbers = fc.integer({ min: -1000, max: 1000 })
const fails = (message: string) => () => {
  throw new RangeError(message)
}

describe('roundTrip', () => {
  const spoken: Format<string> = { print: text => text.toUpperCase(), parse: E.right }

  it('holds for a format that parses its own output', () => {
    expect(assertArbitrary(fc.nat(), [roundTrip('decimal.roundTrip', decimal)], SEED).laws).toEqual({ 'decimal.roundTrip': 1000 })
  })

  it('is violated by a text that parses as another value, and shows that value', () => {
    const threeDigits = { ...decimal, print: (value: number) => String(value % 1000) }
    expect(findMinimal(fc.nat(99_999), roundTrip('decimal.roundTrip', threeDigits))).toEqual({
      law: 'decimal.roundTrip',
      shrunk: '1000',
      reason: '1000 prints as "0", which reads back as 0',
    })
  })

  it('is violated by a text that does not parse, and shows the position', () => {
    const { shrunk, reason } = findMinimal(numbers, roundTrip('decimal.roundTrip', decimal))
    expect(shrunk).toBe('-1')
    expect(reason).toBe('-1 prints as "-1", which does not parse: expected a text of the form ^(0|[1-9]\\d*)$ at 0')
  })

  it('uses the given equality', () => {
    expect(roundTrip('text.roundTrip', spoken).check('a')).toEqual({ violated: '"a" prints as "A", which reads back as "A"' })
    const anyCase = (read: string, value: string) => read === value.toUpperCase()
    expect(roundTrip('text.roundTrip', spoken, anyCase).check('a')).toBe('holds')
  })

  it('compares values in all their parts, and distinguishes 0 from -0', () => {
    const json: Format<unknown> = { print: value => JSON.stringify(value), parse: text => E.right(JSON.parse(text)) }
    expect(roundTrip('json.roundTrip', json).check({ a: [1, { b: null }] })).toBe('holds')
    expect(roundTrip('json.roundTrip', json).check([-0])).toEqual({ violated: '[-0] prints as "[0]", which reads back as [0]' })
  })

  it('truncates long values', () => {
    const emptying: Format<string> = { print: () => 'y'.repeat(300), parse: () => E.right('') }
    const law = roundTrip('text.roundTrip', emptying)
    const cut = `"${'y'.repeat(199)}…`
    expect(law.check('x'.repeat(300))).toEqual({ violated: `"${'x'.repeat(199)}… prints as ${cut}, which reads back as ""` })
    expect(law.check('x'.repeat(198))).toEqual({ violated: `"${'x'.repeat(198)}" prints as ${cut}, which reads back as ""` })
  })

  it('is violated by a format that throws', () => {
    const broken = { ...decimal, parse: fails('no such text') }
    expect(findMinimal(fc.nat(), roundTrip('decimal.roundTrip', broken))).toMatchObject({ shrunk: '0', reason: 'it threw: no such text' })
  })
})

describe('agreement', () => {
  const halves = fc.integer({ min: 0, max: 2 ** 33 })
  const half = (value: number) => Math.floor(value / 2)
  const upTo99 = (value: number) => (value > 99 ? fails('too great')() : value)

  it('holds for two functions with equal results', () => {
    assertArbitrary(halves, [agreement('half.twoWays', half, value => (value - (value % 2)) / 2)], SEED)
  })

  it('is violated by different results, and shows both', () => {
    expect(
      findMinimal(
        halves,
        agreement('half.twoWays', half, value => value >> 1),
      ),
    ).toEqual({
      law: 'half.twoWays',
      shrunk: '2147483648',
      reason: 'the first function returned 1073741824, the second returned -1073741824',
    })
  })

  it('names the function that throws', () => {
    const same = (value: number) => value
    expect(findMinimal(fc.nat(), agreement('number.same', same, upTo99))).toMatchObject({
      shrunk: '100',
      reason: 'the first function returned 100, the second threw "too great"',
    })
    expect(findMinimal(fc.nat(), agreement('number.same', upTo99, same))).toMatchObject({
      shrunk: '100',
      reason: 'the first function threw "too great", the second returned 100',
    })
  })

  it('is violated if both functions throw', () => {
    const both = agreement('number.same', fails('no'), fails('no'), () => true)
    expect(both.check(1)).toEqual({ violated: 'the first function threw "no", the second threw "no"' })
  })

  it('uses the given equality, and passes the results in order', () => {
    const oneMore = agreement<number, number>(
      'number.next',
      value => value,
      value => value + 1,
      (first, second) => second - first === 1,
    )
    assertArbitrary(numbers, [oneMore], SEED)
  })
})

describe('metamorphic', () => {
  const opposite = { transform: (value: number) => -value, relation: (before: number, after: number) => after === -before }
  const halves = fc.nat(1000).map(value => value + 0.5)

  it('holds if the results satisfy the relation', () => {
    assertArbitrary(halves, [metamorphic('trunc.odd', { run: Math.trunc, ...opposite })], SEED)
  })

  it('is violated otherwise, and shows both results and the transformed value', () => {
    expect(findMinimal(halves, metamorphic('round.odd', { run: Math.round, ...opposite }))).toEqual({
      law: 'round.odd',
      shrunk: '0.5',
      reason: 'the result is 1, and -0 for the transformed value -0.5',
    })
  })

  it('passes the relation the result before the transformation, then the result after it', () => {
    const grows = { run: (value: number) => value, transform: (value: number) => value + 1 }
    const relation = (before: number, after: number) => after > before
    assertArbitrary(numbers, [metamorphic('number.grows', { ...grows, relation })], SEED)
  })

  it.each(['run', 'transform', 'relation'])('propagates the error of %s', part => {
    const parts = { run: Math.round, ...opposite, [part]: fails('not here') }
    expect(() => metamorphic('round.odd', parts).check(1)).toThrow('not here')
  })
})

describe('invariance', () => {
  const turned = (degrees: number) => degrees + 360
  const remainder = (degrees: number) => degrees % 360

  it('holds if the transformation does not change the result', () => {
    const direction = invariance('angle.turned', turned, degrees => (remainder(degrees) + 360) % 360)
    assertArbitrary(numbers, [direction], SEED)
  })

  it('is violated if the transformation changes the result', () => {
    expect(findMinimal(numbers, invariance('angle.turned', turned, remainder))).toEqual({
      law: 'angle.turned',
      shrunk: '-1',
      reason: 'the result is -1, and 359 for the transformed value 359',
    })
  })

  it('uses the given equality', () => {
    const sameAngle = (one: number, other: number) => remainder(one - other) === 0
    assertArbitrary(numbers, [invariance('angle.turned', turned, remainder, sameAngle)], SEED)
  })
})

describe('idempotence', () => {
  const blanks = fc.nat(50).map(count => ' '.repeat(count))

  it('holds for a function whose second application changes nothing', () => {
    assertArbitrary(blanks, [idempotence('blanks.tidied', text => text.replace(/ +/g, ' '))], SEED)
  })

  it('is violated by any other function, and shows both results', () => {
    expect(
      findMinimal(
        blanks,
        idempotence('blanks.tidied', text => text.replaceAll('  ', ' ')),
      ),
    ).toEqual({
      law: 'blanks.tidied',
      shrunk: '"   "',
      reason: 'the first application returned "  ", the second " "',
    })
  })

  it('takes what counts as the same', () => {
    const shorter = (twice: string, once: string) => twice.length === once.length || twice.length === Math.ceil(once.length / 2)
    assertArbitrary(blanks, [idempotence('blanks.tidied', text => text.replaceAll('  ', ' '), shorter)], SEED)
  })

  it('throws what the function throws', () => {
    expect(() => idempotence<string>('blanks.tidied', fails('not here')).check(' ')).toThrow('not here')
  })
})
