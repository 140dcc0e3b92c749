import {
  type TrapGenerator,
  type AdversarialType,
  assertArbitrary,
  type CheckReport,
  type DerivedTrap,
  fc,
  type Trap,
  refusalLaws as engineRefusalLaws,
  type Verdict,
} from 'genesis-datasets'
import { cannotJudge, refusalLaws, refuse } from 'genesis-datasets/laws'
import { sums } from '../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { datesLevel } from '../support/dates'
import { findMinimal } from './support/minimal'
import { pairsUpTo, printSum, type Sum, totalOf } from '../support/pairSums'

type Type = Exclude<AdversarialType, 'ambiguous'>

const LAWS = refusalLaws(sums)
const ALL = Object.values(LAWS)
const inputOf = ({ input }: Trap): string => input
const digit = fc.nat(9)

/** Returns traps of one type, made from sums of two terms below 100 and a choice. */
const traps = <T extends AdversarialType, C>(
  type: T,
  choices: fc.Arbitrary<C>,
  derive: (start: string, choice: C, twin: Sum) => DerivedTrap<T>,
): fc.Arbitrary<Trap> =>
  fc.tuple(pairsUpTo(99), choices).map(([twin, choice]) => {
    return { type, ...derive(printSum({ ...twin, stated: false }), choice, twin) } as Trap
  })

/** Returns traps of the level's own generator. */
const ownTraps = (type: Type): fc.Arbitrary<Trap> => {
  const trapGenerator = sums.adversarial[type] as TrapGenerator<Sum, number, Type>
  if (trapGenerator._tag === 'Impossible') throw new Error(trapGenerator.reason)
  return fc
    .tuple(pairsUpTo(99), trapGenerator.choices)
    .map(([question, choice]) => trapGenerator.derive({ _tag: 'Answered', question, answer: totalOf(question) }, choice as never))
    .filter(derived => derived !== undefined)
    .map(derived => ({ type, ...derived }) as Trap)
}

/** Replaces the oracle's verdict on texts that match. */
const oracleBut = (pattern: RegExp, verdict: Verdict<number>) => ({
  ...sums,
  oracle: (inputs: readonly string[]) =>
    sums.oracle(inputs).map((usual, index) => (pattern.test(inputs[index] as string) ? verdict : usual)),
})

/** Returns the laws that held for some draw. */
const heldBy = ({ laws }: CheckReport): Record<string, number> => Object.fromEntries(Object.entries(laws).filter(([, held]) => held > 0))

describe('refusalLaws', () => {
  it('returns the laws of a build, with the law for every trap first', () => {
    expect(ALL.map(({ name }) => name)).toEqual([
      'refusal.onlyOne',
      'refusal.outOfScope',
      'refusal.malformed',
      'refusal.contradictory',
      'refusal.incomplete',
      'refusal.ambiguous',
    ])
    expect(Object.values(engineRefusalLaws(sums)).map(({ name }) => name)).toEqual(ALL.map(({ name }) => name))
  })

  it.each([
    ['out_of_scope', 'refusal.outOfScope'],
    ['malformed', 'refusal.malformed'],
    ['contradictory', 'refusal.contradictory'],
    ['incomplete', 'refusal.incomplete'],
  ] as const)('returns laws that hold for the level’s own traps (%s), with the laws of other types not applicable', (type, name) => {
    expect(heldBy(assertArbitrary(ownTraps(type), ALL, { seed: 42 }))).toEqual({ 'refusal.onlyOne': 1000, [name]: 1000 })
  })

  it('asks the oracle nothing about traps of other types', () => {
    const silent = refusalLaws({ ...sums, oracle: () => expect.unreachable() })
    const trap: Trap = { type: 'malformed', input: 'sum: 1 & 2', witness: { at: 7 } }
    const { outOfScope, contradictory, incomplete, ambiguous } = silent
    for (const law of [outOfScope, contradictory, incomplete, ambiguous]) expect(law.check(trap)).toBe('notApplicable')
  })

  it('discards a text that the oracle cannot judge', () => {
    const trap: Trap = { type: 'incomplete', input: 'sum: 1 +', witness: { completions: ['sum: 1 + 2', 'sum: 1 + 3'] } }
    expect(refusalLaws(oracleBut(/\+$/, cannotJudge('a sign'))).onlyOne.check(trap)).toEqual({ discard: 'a sign' })
    expect(refusalLaws(oracleBut(/3$/, cannotJudge('a three'))).incomplete.check(trap)).toEqual({ discard: 'a three' })
  })

  it('reports a violation if the oracle throws or returns no verdict', () => {
    const throwing = () => {
      throw new Error('no tool')
    }
    const { reason } = findMinimal(ownTraps('malformed'), refusalLaws({ ...sums, oracle: throwing }).onlyOne)
    expect(reason).toBe('it threw: no tool')
    const { reason: none } = findMinimal(ownTraps('malformed'), refusalLaws({ ...sums, oracle: () => [] }).onlyOne)
    expect(none).toBe('the oracle returned 0 verdicts for 1 text')
  })
})

describe('the law refusal.onlyOne', () => {
  it('is violated by a text that the oracle answers', () => {
    const adding = traps('malformed', fc.constantFrom('&', '+'), (start, sign) => {
      return { input: start.replace('+', sign), witness: { at: start.indexOf('+') } }
    })
    expect(findMinimal(adding, ALL, inputOf)).toEqual({
      law: 'refusal.onlyOne',
      shrunk: 'sum: 0 + 0',
      reason: 'labelled malformed, but the oracle answers it',
    })
  })

  it('is violated by a false contradiction, which refusal.contradictory does not detect', () => {
    const tenOff = traps('contradictory', fc.integer({ min: 1, max: 10 }), (start, off, twin) => {
      return { input: `${start}\nends in: ${(totalOf(twin) + off) % 10}`, witness: { without: [start] } }
    })
    expect(findMinimal(tenOff, ALL, inputOf)).toEqual({
      law: 'refusal.onlyOne',
      shrunk: 'sum: 0 + 0\nends in: 0',
      reason: 'labelled contradictory, but the oracle answers it',
    })
    assertArbitrary(tenOff, [LAWS.contradictory], { seed: 42 })
  })

  it('is violated by a text that must be refused for another reason', () => {
    const otherwise = refusalLaws(oracleBut(/1\d \++ /, refuse('ambiguous')))
    expect(findMinimal(ownTraps('malformed'), Object.values(otherwise), inputOf)).toEqual({
      law: 'refusal.onlyOne',
      shrunk: 'sum: 10 ++ 0',
      reason: 'labelled malformed, but the oracle names it ambiguous',
    })
  })
})

describe('the law refusal.malformed', () => {
  it('is violated by a witness with the wrong position', () => {
    const afterOneDigit = traps('malformed', fc.constant('&'), (start, sign) => ({ input: start.replace('+', sign), witness: { at: 7 } }))
    expect(findMinimal(afterOneDigit, ALL, inputOf)).toEqual({
      law: 'refusal.malformed',
      shrunk: 'sum: 10 & 0',
      reason: 'the witness says that the input breaks at 7, the oracle at 8',
    })
  })
})

describe('the law refusal.outOfScope', () => {
  const products = traps('out_of_scope', fc.constant('product'), (start, domain) => {
    return { input: start.replace('sum', domain), witness: { domain } }
  })

  it('is violated by a domain that does not recognize the text', () => {
    const oneDigit = { ...sums, domains: { product: (input: string) => /^product: \d \+/.test(input) } }
    expect(findMinimal(products, Object.values(refusalLaws(oneDigit)), inputOf)).toEqual({
      law: 'refusal.outOfScope',
      shrunk: 'product: 10 + 0',
      reason: 'the recogniser of "product" rejects the text',
    })
  })

  it('is violated if the level has no domains', () => {
    const { oracle, answer } = sums
    const { reason } = findMinimal(products, refusalLaws({ oracle, answer }).outOfScope, inputOf)
    expect(reason).toBe('the witness names the domain "product", which the level spec does not have')
  })
})

describe('the law refusal.contradictory', () => {
  it('is violated by a witness without an answer', () => {
    const cut = traps('contradictory', fc.constantFrom('', '\nends in:'), (start, rest, twin) => {
      return { input: `${start}\nends in: ${(totalOf(twin) + 1) % 10}`, witness: { without: [`${start}${rest}`] } }
    })
    expect(findMinimal(cut, ALL, inputOf)).toEqual({
      law: 'refusal.contradictory',
      shrunk: 'sum: 0 + 0\nends in: 1',
      reason: 'the input without one statement, "sum: 0 + 0\\nends in:", is not answerable: malformed',
    })
  })
})

describe('the law refusal.incomplete', () => {
  it('is violated by completions with equal answers', () => {
    const orThree = traps('incomplete', digit, (start, last) => {
      return { input: `${start} +`, witness: { completions: [`${start} + ${last}`, `${start} + 3`] } }
    })
    expect(findMinimal(orThree, ALL, inputOf)).toEqual({
      law: 'refusal.incomplete',
      shrunk: 'sum: 0 + 0 +',
      reason: 'the completions "sum: 0 + 0 + 3" and "sum: 0 + 0 + 3" both have the answer "3"',
    })
  })
})

describe('the law refusal.ambiguous', () => {
  const dates = (months: fc.Arbitrary<readonly [number, number]>): fc.Arbitrary<Trap> =>
    months.map(([first, second]) => {
      const input = `${first}/${second}`
      return { type: 'ambiguous', input, witness: { readings: [`${input}, day first`, `${input}, month first`] } }
    })

  it('holds for readings with different answers', () => {
    const consecutive = fc.integer({ min: 1, max: 11 }).map(month => [month, month + 1] as const)
    expect(heldBy(assertArbitrary(dates(consecutive), Object.values(refusalLaws(datesLevel)), { seed: 42 }))).toEqual({
      'refusal.onlyOne': 1000,
      'refusal.ambiguous': 1000,
    })
  })

  it('is violated by readings with equal answers', () => {
    const sixAnd = fc.integer({ min: 1, max: 12 }).map(month => [6, month] as const)
    expect(findMinimal(dates(sixAnd), Object.values(refusalLaws(datesLevel)), inputOf)).toEqual({
      law: 'refusal.ambiguous',
      shrunk: '6/6',
      reason: 'the readings "6/6, day first" and "6/6, month first" both have the answer "day 6 of 6"',
    })
  })
})
