import { either as E } from 'fp-ts'
import { assertArbitrary, type Draft, fc, type Law, type Trap } from 'genesis-datasets'
import { decimal } from 'genesis-datasets/arbitraries'
import { exactlyOneAnswer, law, answeredLaw, questionLaw, trapLaw, rejectedBy } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'
import { findMinimal } from './support/minimal'
import { withFaultyParts, printSum, type Sum } from '../support/pairSums'
import { expectBuildViolation } from '../support/expectBuildViolation'

const SEED = { seed: 42 }

describe('rejectedBy', () => {
  const padded = (value: number) => String(value).padStart(3, '0')
  const digits = (text: string) => (/^\d+$/.test(text) ? E.right(text) : E.left({ at: text.search(/\D|$/), expected: 'a digit' }))
  const marked = (value: number) => `${value}&`

  it('holds for a text that the parser rejects', () => {
    const zeroes = fc.nat().map(value => `0${value}`)
    assertArbitrary(zeroes, [rejectedBy('text.leadingZero', decimal.parse)], SEED)
    assertArbitrary(fc.nat(99), [rejectedBy('number.padded', decimal.parse, padded)], SEED)
  })

  it('is violated by a text that parses, and shows the parsed value', () => {
    expect(findMinimal(fc.nat(999), rejectedBy('number.padded', decimal.parse, padded))).toEqual({
      law: 'number.padded',
      shrunk: '100',
      reason: '"100" is not rejected: it parses as 100',
    })
  })

  it('checks the position of the parse error', () => {
    assertArbitrary(fc.nat(), [rejectedBy('number.marked', digits, marked, value => String(value).length)], SEED)
    const afterOneDigit = rejectedBy('number.marked', digits, marked, () => 1)
    expect(findMinimal(fc.nat(999), afterOneDigit)).toMatchObject({
      shrunk: '10',
      reason: '"10&" is rejected at 2 (expected a digit), not at 1',
    })
  })

  it('does not accept an exception as a rejection', () => {
    const broken = () => {
      throw new RangeError('not here')
    }
    expect(() => rejectedBy('text.any', broken).check('')).toThrow('not here')
  })
})

describe('exactlyOneAnswer', () => {
  const orFifty = (value: number) => [value, 50]
  const atMost = (value: number, answer: number) => answer <= value

  it('holds if exactly one candidate is right, even if it occurs twice', () => {
    assertArbitrary(fc.nat(50), [exactlyOneAnswer('number.only', orFifty, atMost)], SEED)
  })

  it('is violated by several right candidates, and shows them', () => {
    const withGreater = exactlyOneAnswer('number.only', (value: number) => [value + 1, ...orFifty(value)], atMost)
    expect(findMinimal(fc.nat(999), withGreater)).toEqual({
      law: 'number.only',
      shrunk: '51',
      reason: '2 of 3 candidates are right: [51,50]',
    })
  })

  it('is violated if no candidate is right, and shows the candidates', () => {
    const few = exactlyOneAnswer('number.only', orFifty, (value, answer) => answer === value && value < 7)
    expect(findMinimal(fc.nat(999), few)).toMatchObject({ shrunk: '7', reason: 'none of 2 candidates is right: [7,50]' })
    const noCandidates = () => []
    expect(exactlyOneAnswer('number.only', noCandidates, atMost).check(1)).toEqual({ violated: 'none of 0 candidates is right: []' })
  })

  it('uses the given equality of candidates', () => {
    const everyPlace = exactlyOneAnswer('number.only', orFifty, atMost, () => false)
    expect(findMinimal(fc.nat(999), everyPlace)).toMatchObject({
      shrunk: '50',
      reason: '2 of 2 candidates are right: [50,50]',
    })
  })
})

describe('a law lifted to the drafts of a level', () => {
  const twin = { _tag: 'Answered', question: { terms: [1, 2], stated: false }, answer: 3 } as const satisfies Draft<unknown, number>
  const trap: Trap = { type: 'malformed', input: 'sum: 1 & 2', witness: { at: 7 } }
  const refused: Draft<typeof twin.question, number> = { _tag: 'Refused', trap, twin }

  /** Returns a law that discards with its argument as the reason. */
  const asking = <T>(name: string): Law<T> => law(name, value => ({ discard: JSON.stringify(value) }))

  it('keeps its name', () => {
    expect([questionLaw(asking('one.law')), answeredLaw(asking('other.law')), trapLaw(asking('trap.law'))]).toMatchObject([
      { name: 'one.law' },
      { name: 'other.law' },
      { name: 'trap.law' },
    ])
  })

  it('receives its part of the draft', () => {
    expect(questionLaw(asking('one.law')).check(twin)).toEqual({ discard: '{"terms":[1,2],"stated":false}' })
    expect(answeredLaw(asking('one.law')).check(twin)).toEqual({ discard: JSON.stringify(twin) })
    expect(trapLaw(asking('one.law')).check(refused)).toEqual({ discard: JSON.stringify(trap) })
  })

  it('is not applicable to the other kind of draft', () => {
    expect(questionLaw(asking('one.law')).check(refused)).toBe('notApplicable')
    expect(answeredLaw(asking('one.law')).check(refused)).toBe('notApplicable')
    expect(trapLaw(asking('one.law')).check(twin)).toBe('notApplicable')
  })

  it('stops the build of a level whose questions violate it', () => {
    const small = law('terms.small', ({ terms: [first = 0] }: Sum) => (first < 1000 ? 'holds' : { violated: `${first} is great` }))
    const { shrunk, reason } = expectBuildViolation(withFaultyParts({ laws: [questionLaw(small)] }), 'terms.small')
    expect(shrunk).toEqual({ input: 'sum: 1000 + 0', expected_output: '1000' })
    expect(reason).toBe('1000 is great')
  })

  it('stops the build of a level whose answers violate it', () => {
    const rest = answeredLaw<Sum, number>(
      law('answer.small', ({ question, answer }) =>
        answer - (question.terms[1] ?? 0) < 500 ? 'holds' : { violated: `${printSum(question)} is ${answer}` },
      ),
    )
    const { shrunk, reason } = expectBuildViolation(withFaultyParts({ laws: [rest] }), 'answer.small')
    expect(shrunk).toEqual({ input: 'sum: 500 + 0', expected_output: '500' })
    expect(reason).toBe('sum: 500 + 0 is 500')
  })

  it('stops the build of a level whose traps violate it', () => {
    const readable = law('trap.readable', ({ type }: Trap) => (type === 'malformed' ? { violated: 'it is malformed' } : 'holds'))
    const { shrunk } = expectBuildViolation(withFaultyParts({ laws: [trapLaw(readable)] }), 'trap.readable')
    expect(shrunk).toEqual({ input: expect.stringMatching(/^sum: 0 \+\+ 0(?: \+ 0)*$/), expected_output: 'error: malformed input' })
  })
})
