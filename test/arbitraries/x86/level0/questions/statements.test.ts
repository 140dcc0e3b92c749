import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Facts,
  isTrueOf,
  printStatement,
  readStatement,
  type StatementChoice,
  trueStatement,
  falseStatement,
} from '../../../../../arbitraries/x86/level0/questions/statements'

/** Few names and lengths, so that two instructions often share them; `not` is a mnemonic as well. */
const facts: fc.Arbitrary<Facts> = fc.record({ mnemonic: fc.constantFrom('mov', 'add', 'not'), length: fc.integer({ min: 1, max: 3 }) })
const choices = fc.record({ which: fc.nat({ max: 999 }), length: fc.boolean(), denies: fc.boolean() })
type Drawn = readonly [readonly Facts[], Facts, StatementChoice]
const drawn: fc.Arbitrary<Drawn> = fc.tuple(fc.array(facts, { minLength: 1, maxLength: 4 }), facts, choices)

describe('trueStatement', () => {
  it('is true of the instructions', () => {
    const isTrue = ([instructions, other, choice]: Drawn): void => {
      const { index, about, value, denies } = trueStatement(instructions, other, choice)
      const own = instructions[choice.which % instructions.length]?.[choice.length ? 'length' : 'mnemonic']
      expect([index, about]).toEqual([choice.which % instructions.length, choice.length ? 'length' : 'mnemonic'])
      expect(value === own).toBe(!denies)
      // It denies as requested, unless the other property is equal.
      expect(denies).toBe(choice.denies && other[about] !== own)
    }
    fc.assert(fc.property(drawn, isTrue), { seed: 1, numRuns: 2_000 })
  })

  it('has a false counterpart of the same shape, unless the two values are equal', () => {
    const made = { false: 0, none: 0 }
    const hasFalse = ([instructions, other, choice]: Drawn): void => {
      const statement = trueStatement(instructions, other, choice)
      const wrong = falseStatement(statement, instructions, other)
      const own = instructions[statement.index]?.[statement.about]
      made[wrong === undefined ? 'none' : 'false'] += 1
      if (wrong === undefined) {
        expect(own).toBe(other[statement.about])
        return
      }
      expect(wrong).toEqual({ ...statement, value: statement.denies ? own : other[statement.about] })
      expect([isTrueOf(statement, instructions), isTrueOf(wrong, instructions)]).toEqual([true, false])
    }
    fc.assert(fc.property(drawn, hasFalse), { seed: 2, numRuns: 2_000 })
    expect(Math.min(made.false, made.none)).toBeGreaterThan(200)
  })

  it('round-trips through its text', () => {
    const roundTrips = ([instructions, other, choice]: Drawn): void => {
      const statement = trueStatement(instructions, other, choice)
      expect(readStatement(printStatement(statement))).toEqual(statement)
    }
    fc.assert(fc.property(drawn, roundTrips), { seed: 3, numRuns: 2_000 })
  })
})

describe('readStatement', () => {
  it.each(['instruction 1 is mov', 'instruction 1 is not mov', 'instruction 1 has 3 bytes', 'instruction 1 does not have 3 bytes'])(
    'reads each of the four forms: %s',
    text => {
      const statement = readStatement(text) ?? expect.unreachable('not read')
      expect(printStatement(statement)).toBe(text)
      const instructions = [
        { mnemonic: 'ret', length: 1 },
        { mnemonic: 'mov', length: 3 },
      ]
      expect(isTrueOf(statement, instructions)).toBe(!text.includes('not'))
      expect(isTrueOf(statement, instructions.toReversed())).toBe(text.includes('not'))
      expect(isTrueOf(statement, instructions.slice(1))).toBe(false)
    },
  )

  it.each(['', 'mov', 'instruction is mov', 'instruction 1 is not mov today', 'instruction 1 has three bytes'])(
    'rejects other texts: %j',
    text => expect(readStatement(text)).toBeUndefined(),
  )
})
