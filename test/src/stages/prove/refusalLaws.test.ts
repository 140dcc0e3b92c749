import { type AdversarialType, type TrapGenerator, type Answered, fc, REFUSALS, type Verdict } from 'genesis-datasets'
import { fromTwin } from 'genesis-datasets/arbitraries'
import { answer, refuse } from 'genesis-datasets/laws'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { datesLevel } from '../../../support/dates'
import { onlyTraps, printSum, type Sum } from '../../../support/pairSums'
import { expectBuildViolation } from '../../../support/expectBuildViolation'

const nothing = fc.constant(0)
const SIMPLEST = 'sum: 0 + 0'

/** Returns the oracle of `sums` with other verdicts on some texts. */
const judging = (override: (input: string) => Verdict<number> | undefined) => (inputs: readonly string[]) =>
  sums.oracle(inputs).map((verdict, index) => override(inputs[index] as string) ?? verdict)

describe('refusal.fromTwin', () => {
  it('rejects a trap that equals its twin', () => {
    const spec = onlyTraps(
      'incomplete',
      fromTwin(nothing, ({ question }) => ({ input: printSum(question), witness: { completions: ['', ''] } })),
    )
    expect(expectBuildViolation(spec, 'refusal.fromTwin').shrunk).toEqual({ input: SIMPLEST, expected_output: 'insufficient data' })
  })
})

describe('refusal.onlyOne', () => {
  it('rejects a trap that the oracle answers', () => {
    const spec = onlyTraps(
      'malformed',
      fromTwin(nothing, ({ question }) => ({ input: `${printSum({ ...question, stated: false })} + 1`, witness: { at: 0 } })),
    )
    const { shrunk, reason } = expectBuildViolation(spec, 'refusal.onlyOne')
    expect(shrunk).toEqual({ input: `${SIMPLEST} + 1`, expected_output: 'error: malformed input' })
    expect(reason).toBe('labelled malformed, but the oracle answers it')
  })

  it('rejects a trap of a type that another type precedes', () => {
    const spec = onlyTraps(
      'malformed',
      fromTwin(nothing, ({ question }) => ({ input: `product: ${printSum(question)}`, witness: { at: 0 } })),
    )
    expect(expectBuildViolation(spec, 'refusal.onlyOne').reason).toBe('labelled malformed, but the oracle names it out_of_scope')
  })
})

describe('refusal.outOfScope', () => {
  const trap = (domain: string) =>
    fromTwin<Sum, number, 'out_of_scope', number>(nothing, ({ question }) => ({
      input: printSum(question).replace('sum', 'product'),
      witness: { domain },
    }))

  it('rejects a witness that names no domain of the level', () => {
    const { shrunk, reason } = expectBuildViolation(onlyTraps('out_of_scope', trap('quotient')), 'refusal.outOfScope')
    expect(shrunk.input).toBe('product: 0 + 0')
    expect(reason).toBe('the witness names the domain "quotient", which the level spec does not have')
  })

  it('rejects a domain that exists only on the prototype of an object', () => {
    expect(expectBuildViolation(onlyTraps('out_of_scope', trap('toString')), 'refusal.outOfScope').reason).toContain('"toString"')
  })

  it('rejects a text that its domain does not recognize', () => {
    const spec = { ...onlyTraps('out_of_scope', trap('product')), domains: { product: () => false } }
    expect(expectBuildViolation(spec, 'refusal.outOfScope').reason).toBe('the recogniser of "product" rejects the text')
  })
})

describe('refusal.malformed', () => {
  it('rejects a witness with another position than the oracle’s', () => {
    const spec = onlyTraps(
      'malformed',
      fromTwin(nothing, ({ question }) => ({ input: printSum(question).replace('+', '&'), witness: { at: 6 } })),
    )
    const { shrunk, reason } = expectBuildViolation(spec, 'refusal.malformed')
    expect(shrunk.input).toBe('sum: 0 & 0')
    expect(reason).toBe('the witness says that the input breaks at 6, the oracle at 7')
  })
})

describe('refusal.contradictory', () => {
  const trap = (without: (input: string, question: Sum) => readonly string[]) =>
    onlyTraps(
      'contradictory',
      fromTwin(nothing, ({ question, answer: sum }) => {
        const input = `${printSum({ ...question, stated: false })}\nends in: ${(sum + 1) % 10}`
        return { input, witness: { without: without(input, question) } }
      }),
    )

  it.each([
    ['no statement at all', trap(() => []), 'the witness names no statement whose removal gives an answer'],
    ['a text that is no part of the input', trap(() => ['sum: 5 + 5']), '"sum: 5 + 5" is not the input without one piece of text'],
    ['the input itself', trap(input => [input]), '"sum: 0 + 0\\nends in: 1" is not the input without one piece of text'],
    [
      'a text without an answer',
      trap(input => [input.slice(0, -1)]),
      'the input without one statement, "sum: 0 + 0\\nends in: ", is not answerable: malformed',
    ],
  ])('rejects a witness with %s', (_, spec, reason) => {
    const counterexample = expectBuildViolation(spec, 'refusal.contradictory')
    expect(counterexample.shrunk).toEqual({ input: 'sum: 0 + 0\nends in: 1', expected_output: 'contradiction detected' })
    expect(counterexample.reason).toBe(reason)
  })

  it('rejects the second of two false statements as well', () => {
    const spec = trap((input, question) => [printSum({ ...question, stated: false }), input.slice(0, -2)])
    expect(expectBuildViolation(spec, 'refusal.contradictory').reason).toContain('is not answerable')
  })
})

const SAME_ANSWER = 'the completions "sum: 0 + 0 + 3" and "sum: 0 + 0 + 03" both have the answer "3"'

describe('refusal.incomplete', () => {
  const trap = (first: string, second: string) =>
    onlyTraps(
      'incomplete',
      fromTwin(nothing, ({ question }) => {
        const start = printSum({ ...question, stated: false })
        return { input: `${start} +`, witness: { completions: [start + first, start + second] } }
      }),
    )

  it.each([
    ['two completions of the same answer', trap(' + 3', ' + 03'), SAME_ANSWER],
    [
      'a first completion that does not extend the input',
      trap('0 + 1', ' + 2'),
      'the completion "sum: 0 + 00 + 1" is not the input with one piece inserted',
    ],
    [
      'a second completion that does not extend the input',
      trap(' + 1', ''),
      'the completion "sum: 0 + 0" is not the input with one piece inserted',
    ],
    ['a first completion without an answer', trap(' + x', ' + 2'), 'the completion "sum: 0 + 0 + x" is not answerable: malformed'],
    ['a second completion without an answer', trap(' + 2', ' + '), 'the completion "sum: 0 + 0 + " is not answerable: malformed'],
  ])('rejects a witness with %s', (_, spec, reason) => {
    const counterexample = expectBuildViolation(spec, 'refusal.incomplete')
    expect(counterexample.shrunk).toEqual({ input: 'sum: 0 + 0 +', expected_output: 'insufficient data' })
    expect(counterexample.reason).toBe(reason)
  })

  it('rejects a witness with a misspelt field, without an exception', () => {
    const misspelt = fromTwin<Sum, number, 'incomplete', number>(nothing, ({ question }) => {
      const input = `${printSum({ ...question, stated: false })} +`
      return { input, witness: { completion: [`${input} 1`, `${input} 2`] } as never }
    })
    const { reason, shrunk } = expectBuildViolation(onlyTraps('incomplete', misspelt), 'refusal.incomplete')
    expect(reason).toBe('the witness of incomplete needs completions: [text, text]')
    expect(shrunk.input).toBe('sum: 0 + 0 +')
  })

  it('rejects completions whose answers differ but are both accepted', () => {
    const spec = { ...trap(' + 1', ' + 2'), oracle: judging(input => (input.endsWith(' + 2') ? answer(2, () => true) : undefined)) }
    expect(expectBuildViolation({ ...spec, oracle: anyAnswer(spec.oracle) }, 'refusal.incomplete').reason).toContain('both have the answer')
  })
})

describe('refusal.ambiguous', () => {
  const trap = (readings: (first: number, second: number) => readonly [string, string]) => ({
    ...datesLevel,
    adversarial: {
      ...datesLevel.adversarial,
      ambiguous: fromTwin<Parameters<typeof datesLevel.canonicalForm>[0], string, 'ambiguous', number>(
        nothing,
        ({ question: { first, second } }) => ({ input: `${first}/${second}`, witness: { readings: readings(first, second) } }),
      ),
    },
  })

  it.each([
    [
      'two readings of the same answer',
      trap((a, b) => [`${a}/${b}, day first`, `${b}/${a}, month first`]),
      'the readings "1/1, day first" and "1/1, month first" both have the answer "day 1 of 1"',
    ],
    [
      'a first reading without an answer',
      trap((a, b) => [`${a}/${b}`, `${a}/${b}, day first`]),
      'the reading "1/1" is not answerable: ambiguous',
    ],
    ['a second reading without an answer', trap((a, b) => [`${a}/${b}, day first`, '']), 'the reading "" is not answerable: malformed'],
  ])('rejects a witness with %s', (_, spec, reason) => {
    const counterexample = expectBuildViolation(spec, 'refusal.ambiguous')
    expect(counterexample.shrunk).toEqual({ input: '1/1', expected_output: 'cannot determine' })
    expect(counterexample.reason).toBe(reason)
  })
})

describe('a trap whose twin violates a law', () => {
  it.each(['out_of_scope', 'malformed', 'contradictory', 'incomplete'] as const)('is a violation itself (%s)', type => {
    const twins = new Set<string>()
    const spec = onlyTraps(
      type,
      noting(sums.adversarial[type], question => twins.add(printSum(question))),
    )
    const refusingTwins = { ...spec, oracle: judging(input => (twins.has(input) ? refuse('ambiguous') : undefined)) }
    const { original, reason } = expectBuildViolation(refusingTwins, 'oracle.agrees')
    expect(original.expected_output).toBe(REFUSALS[type])
    expect(reason).toBe('the oracle refuses it as ambiguous')
  })
})

/** Returns the same trap generator, which records every twin. */
function noting<T extends AdversarialType>(
  trapGenerator: TrapGenerator<Sum, number, T>,
  note: (twin: Sum) => void,
): TrapGenerator<Sum, number, T> {
  if (trapGenerator._tag === 'Impossible') return trapGenerator
  const derive = (twin: Answered<Sum, number>, choice: never) => {
    note(twin.question)
    return trapGenerator.derive(twin, choice)
  }
  return { ...trapGenerator, derive }
}

/** Plants a fault: an oracle that accepts every answer, so that no two answers differ. */
function anyAnswer(oracle: (inputs: readonly string[]) => readonly Verdict<number>[]) {
  return (inputs: readonly string[]) =>
    oracle(inputs).map(verdict => (verdict._tag === 'Answer' ? answer(verdict.canonical, () => true) : verdict))
}
