import { either as E } from 'fp-ts'
import { assertArbitrary, type Draft, fc, type Law, type Trap } from 'genesis-datasets'
import { decimal } from 'genesis-datasets/arbitraries'
import { exactlyOneAnswer, law, ofAnswered, ofQuestion, ofTrap, refusedBy } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'
import { minimal } from './support/minimal'
import { faulty, printed, type Sum } from '../support/pairSums'
import { violation } from '../support/violation'

const SEED = { seed: 42 }

describe('refusedBy', () => {
  const padded = (value: number) => String(value).padStart(3, '0')
  const digits = (text: string) => (/^\d+$/.test(text) ? E.right(text) : E.left({ at: text.search(/\D|$/), expected: 'a digit' }))
  const marked = (value: number) => `${value}&`

  it('holds of texts that the parser refuses', () => {
    const zeroes = fc.nat().map(value => `0${value}`)
    assertArbitrary(zeroes, [refusedBy('text.leadingZero', decimal.parse)], SEED)
    assertArbitrary(fc.nat(99), [refusedBy('number.padded', decimal.parse, padded)], SEED)
  })

  it('is violated by a text that is read, and says as what', () => {
    expect(minimal(fc.nat(999), refusedBy('number.padded', decimal.parse, padded))).toEqual({
      law: 'number.padded',
      shrunk: '100',
      reason: '"100" is not refused, it reads as 100',
    })
  })

  it('holds the parser to the place', () => {
    assertArbitrary(fc.nat(), [refusedBy('number.marked', digits, marked, value => String(value).length)], SEED)
    const afterOneDigit = refusedBy('number.marked', digits, marked, () => 1)
    expect(minimal(fc.nat(999), afterOneDigit)).toMatchObject({
      shrunk: '10',
      reason: '"10&" is refused at 2 (expected a digit), not at 1',
    })
  })

  it('does not take an exception for a refusal', () => {
    const broken = () => {
      throw new RangeError('not here')
    }
    expect(() => refusedBy('text.any', broken).check('')).toThrow('not here')
  })
})

describe('exactlyOneAnswer', () => {
  const orFifty = (value: number) => [value, 50]
  const atMost = (value: number, answer: number) => answer <= value

  it('holds where one candidate is right, though it stands twice', () => {
    assertArbitrary(fc.nat(50), [exactlyOneAnswer('number.only', orFifty, atMost)], SEED)
  })

  it('is violated where several are, and says which', () => {
    const withGreater = exactlyOneAnswer('number.only', (value: number) => [value + 1, ...orFifty(value)], atMost)
    expect(minimal(fc.nat(999), withGreater)).toEqual({
      law: 'number.only',
      shrunk: '51',
      reason: '2 of 3 candidates are right: [51,50]',
    })
  })

  it('is violated where none is, and shows them', () => {
    const few = exactlyOneAnswer('number.only', orFifty, (value, answer) => answer === value && value < 7)
    expect(minimal(fc.nat(999), few)).toMatchObject({ shrunk: '7', reason: 'none of 2 candidates is right: [7,50]' })
    const noCandidates = () => []
    expect(exactlyOneAnswer('number.only', noCandidates, atMost).check(1)).toEqual({ violated: 'none of 0 candidates is right: []' })
  })

  it('takes which candidates are one answer', () => {
    const everyPlace = exactlyOneAnswer('number.only', orFifty, atMost, () => false)
    expect(minimal(fc.nat(999), everyPlace)).toMatchObject({
      shrunk: '50',
      reason: '2 of 2 candidates are right: [50,50]',
    })
  })
})

describe('laws lifted to the drafts of a level', () => {
  const twin = { _tag: 'Answered', question: { terms: [1, 2], stated: false }, answer: 3 } as const satisfies Draft<unknown, number>
  const trap: Trap = { type: 'malformed', input: 'sum: 1 & 2', witness: { at: 7 } }
  const refused: Draft<typeof twin.question, number> = { _tag: 'Refused', trap, twin }

  /** A law that says what it was given. */
  const asking = <T>(name: string): Law<T> => law(name, value => ({ discard: JSON.stringify(value) }))

  it('keep their names', () => {
    expect([ofQuestion(asking('one.law')), ofAnswered(asking('other.law')), ofTrap(asking('trap.law'))]).toMatchObject([
      { name: 'one.law' },
      { name: 'other.law' },
      { name: 'trap.law' },
    ])
  })

  it('give the law its part of a draft', () => {
    expect(ofQuestion(asking('one.law')).check(twin)).toEqual({ discard: '{"terms":[1,2],"stated":false}' })
    expect(ofAnswered(asking('one.law')).check(twin)).toEqual({ discard: JSON.stringify(twin) })
    expect(ofTrap(asking('one.law')).check(refused)).toEqual({ discard: JSON.stringify(trap) })
  })

  it('are not applicable to the other kind of draft', () => {
    expect(ofQuestion(asking('one.law')).check(refused)).toBe('notApplicable')
    expect(ofAnswered(asking('one.law')).check(refused)).toBe('notApplicable')
    expect(ofTrap(asking('one.law')).check(twin)).toBe('notApplicable')
  })

  it('stop the build of a level whose questions break them', () => {
    const small = law('terms.small', ({ terms: [first = 0] }: Sum) => (first < 1000 ? 'holds' : { violated: `${first} is great` }))
    const { shrunk, reason } = violation(faulty({ laws: [ofQuestion(small)] }), 'terms.small')
    expect(shrunk).toEqual({ input: 'sum: 1000 + 0', expected_output: '1000' })
    expect(reason).toBe('1000 is great')
  })

  it('stop the build of a level whose answers break them', () => {
    const rest = ofAnswered<Sum, number>(
      law('answer.small', ({ question, answer }) =>
        answer - (question.terms[1] ?? 0) < 500 ? 'holds' : { violated: `${printed(question)} is ${answer}` },
      ),
    )
    const { shrunk, reason } = violation(faulty({ laws: [rest] }), 'answer.small')
    expect(shrunk).toEqual({ input: 'sum: 500 + 0', expected_output: '500' })
    expect(reason).toBe('sum: 500 + 0 is 500')
  })

  it('stop the build of a level whose traps break them', () => {
    const readable = law('trap.readable', ({ type }: Trap) => (type === 'malformed' ? { violated: 'it is malformed' } : 'holds'))
    const { shrunk } = violation(faulty({ laws: [ofTrap(readable)] }), 'trap.readable')
    expect(shrunk).toEqual({ input: expect.stringMatching(/^sum: 0 \+\+ 0(?: \+ 0)*$/), expected_output: 'error: malformed input' })
  })
})
