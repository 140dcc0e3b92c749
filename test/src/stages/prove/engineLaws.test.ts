import { either as E } from 'fp-ts'
import { fc, type Format } from 'genesis-datasets'
import { byDifficulty, decimal, edge, fromTwin } from 'genesis-datasets/arbitraries'
import { answer, refuse } from 'genesis-datasets/laws'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { buildOrFail } from '../../../support/buildOrFail'
import { datesLevel } from '../../../support/dates'
import { withFaultyParts, withFaultyTopic, onlyTraps, pairSums, pairsUpTo, printSum, type Sum, totalOf } from '../../../support/pairSums'
import { expectBuildViolation } from '../../../support/expectBuildViolation'

const totalIn = (input: string): number => (input.split('\n')[0]?.match(/\d+/g) ?? []).reduce((sum, term) => sum + Number(term), 0)
const isAnswerable = (input: string): boolean => E.isRight(sums.question.parse(input))

describe('a level without a fault', () => {
  it.each([
    ['sums of pairs', () => buildOrFail(pairSums(), 42, { count: 300 })],
    ['dates', () => buildOrFail(datesLevel, 42, { count: 300 })],
  ])('builds: %s', (_, build) => {
    // Both draw the same questions at every difficulty, so that a simplest counterexample is the same in every cell, and
    // declare no cues of their traps.
    const { checks } = build().report
    expect(checks.flatMap(({ name, outcome }) => (outcome === 'holds' ? [] : [name]))).toEqual([
      'adversarial.noShortcut',
      'difficulty.ordered',
    ])
  })
})

describe('question.roundTrip', () => {
  it('rejects a parser that loses a part of the question', () => {
    const question: Format<Sum> = {
      ...sums.question,
      parse: text => E.map((sum: Sum) => ({ ...sum, stated: false }))(sums.question.parse(text)),
    }
    const { shrunk, reason } = expectBuildViolation(withFaultyParts({ question }), 'question.roundTrip')
    expect(shrunk).toEqual({ input: 'sum: 0 + 0\nends in: 0', expected_output: '0' })
    expect(reason).toBe('{"terms":[0,0],"stated":true} was printed, but {"terms":[0,0],"stated":false} was parsed')
  })

  it('rejects a text that does not parse', () => {
    const question: Format<Sum> = {
      ...sums.question,
      parse: text => (totalIn(text) > 9 ? E.left({ at: 5, expected: 'small terms' }) : sums.question.parse(text)),
    }
    const { shrunk, reason } = expectBuildViolation(withFaultyParts({ question }), 'question.roundTrip')
    expect(totalIn(shrunk.input)).toBe(10)
    expect(reason).toBe('the printed text does not parse: expected small terms at 5')
  })
})

describe('answer.roundTrip', () => {
  it('rejects an answer that parses as another answer', () => {
    const format: Format<number> = { print: value => (value < 1_000 ? String(value) : `~${value}`), parse: decimal.parse }
    const { shrunk } = expectBuildViolation(withFaultyParts({ answer: format }), 'answer.roundTrip')
    expect(totalIn(shrunk.input)).toBe(1_000)
    expect(shrunk.input).not.toContain('ends in')
  })
})

describe('text.wellFormed', () => {
  it('rejects a lone surrogate in a question', () => {
    const question: Format<Sum> = { ...sums.question, print: sum => printSum(sum) + (totalOf(sum) > 9 ? '\ud800' : '') }
    const { shrunk } = expectBuildViolation(withFaultyParts({ question }), 'text.wellFormed')
    expect(totalIn(shrunk.input)).toBe(10)
  })

  it('rejects a lone surrogate in an answer', () => {
    const { shrunk } = expectBuildViolation(
      withFaultyParts({ answer: { ...decimal, print: value => `${value}\udc00` } }),
      'text.wellFormed',
    )
    expect(shrunk).toEqual({ input: 'sum: 0 + 0', expected_output: '0\udc00' })
  })

  it('rejects a lone surrogate in a trap', () => {
    const spec = onlyTraps(
      'malformed',
      fromTwin(fc.constant(0), twin => ({ input: `${printSum(twin.question)}\ud800`, witness: { at: 0 } })),
    )
    expect(expectBuildViolation(spec, 'text.wellFormed').shrunk).toEqual({
      input: 'sum: 0 + 0\ud800',
      expected_output: 'error: malformed input',
    })
  })
})

describe('answer.noRefusal', () => {
  it('rejects an answer that equals a refusal', () => {
    const format: Format<number> = {
      print: value => (value === 7 ? 'insufficient data' : String(value)),
      parse: text => (text === 'insufficient data' ? E.right(7) : decimal.parse(text)),
    }
    const { shrunk } = expectBuildViolation(withFaultyParts({ answer: format }, 5), 'answer.noRefusal')
    expect(totalIn(shrunk.input)).toBe(7)
    expect(shrunk.expected_output).toBe('insufficient data')
  })
})

describe('oracle.agrees', () => {
  it('rejects a label that the oracle refutes', () => {
    const spec = withFaultyTopic({ answer: sum => totalOf(sum) + (totalOf(sum) >= 1_000 ? 1 : 0) })
    const { shrunk, reason } = expectBuildViolation(spec, 'oracle.agrees')
    expect(totalIn(shrunk.input)).toBe(1_000)
    expect(reason).toBe('labelled "1001", the oracle answers "1000"')
  })

  it('rejects a question that the oracle refuses', () => {
    const spec = withFaultyParts({
      oracle: inputs => sums.oracle(inputs).map((verdict, index) => (isAnswerable(inputs[index] ?? '') ? refuse('ambiguous') : verdict)),
    })
    expect(expectBuildViolation(spec, 'oracle.agrees').reason).toBe('the oracle refuses it as ambiguous')
  })

  it('rejects an oracle that does not accept its own answer', () => {
    const spec = withFaultyParts({
      oracle: inputs => sums.oracle(inputs).map(verdict => (verdict._tag === 'Answer' ? answer(verdict.canonical, () => false) : verdict)),
    })
    expect(expectBuildViolation(spec, 'oracle.agrees').reason).toBe('the oracle does not accept its own answer')
  })
})

describe('edge.touches', () => {
  it('rejects a question that does not match its edge', () => {
    const anyPair = pairsUpTo(99_999)
    const zero = edge<Sum>(byDifficulty({ easy: anyPair, medium: anyPair, hard: anyPair }), ({ terms }) => terms.includes(0))
    expect(expectBuildViolation(withFaultyTopic({ edges: { zero } }), 'edge.touches').shrunk).toEqual({
      input: 'sum: 1 + 1',
      expected_output: '2',
    })
  })
})
