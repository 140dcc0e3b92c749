import type { Draft, LawOutcome } from 'genesis-datasets'
import { law } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'
import { ENGINE_LAWS } from '../../../../src/model/law'
import { buildOrFail } from '../../../support/buildOrFail'
import { datesLevel } from '../../../support/dates'
import { withFaultyParts, pairSums, type Sum, totalOf } from '../../../support/pairSums'
import { expectBuildViolation } from '../../../support/expectBuildViolation'

const totalIn = (input: string): number => (input.split('\n')[0]?.match(/\d+/g) ?? []).reduce((sum, term) => sum + Number(term), 0)
const withLaw = (check: (draft: Draft<Sum, number>) => LawOutcome) =>
  withFaultyParts({ laws: [law<Draft<Sum, number>>('sum.small', check)] })

describe('ENGINE_LAWS', () => {
  it('contains the laws that rows name, and level.total for code that throws', () => {
    const { samples } = buildOrFail(pairSums(), 1, { count: 300 })
    const named = [...samples, ...buildOrFail(datesLevel, 1, { count: 300 }).samples].flatMap(({ metadata }) => metadata.laws)
    expect([...new Set(named), 'level.total'].sort()).toEqual([...ENGINE_LAWS].sort())
  })
})

describe('a law of a level', () => {
  it('is named in exactly the rows for which it holds', () => {
    const { samples } = buildOrFail(
      withLaw(draft => (draft._tag === 'Refused' ? 'notApplicable' : 'holds')),
      1,
      { count: 60 },
    )
    for (const { category, metadata } of samples) expect(metadata.laws.includes('sum.small')).toBe(category !== 'adversarial')
  })

  it('stops the build at a violation, with the simplest draw that violates this law', () => {
    const spec = withLaw(draft => (draft._tag === 'Answered' && totalOf(draft.question) >= 500 ? { violated: 'too much' } : 'holds'))
    const { shrunk, original, reason, shrinks } = expectBuildViolation(spec, 'sum.small')
    expect(totalIn(shrunk.input)).toBe(500)
    expect(shrunk.expected_output).toBe('500')
    expect(shrunk.input).not.toContain('ends in')
    expect(totalIn(original.input)).toBeGreaterThan(500)
    expect(reason).toBe('too much')
    expect(shrinks).toBeGreaterThan(0)
  })

  it('is applied to traps as well', () => {
    const spec = withLaw(draft => (draft._tag === 'Refused' && draft.trap.type === 'malformed' ? { violated: 'a trap' } : 'holds'))
    expect(expectBuildViolation(spec, 'sum.small').shrunk).toEqual({
      input: expect.stringMatching(/^sum: 0 \+\+ 0(?: \+ 0)*$/),
      expected_output: 'error: malformed input',
    })
  })

  it('is violated if it throws', () => {
    const spec = withLaw(() => {
      throw new Error('out of luck')
    })
    expect(expectBuildViolation(spec, 'sum.small').reason).toBe('it threw: out of luck')
  })

  it('is violated if it throws a value without text', () => {
    const spec = withLaw(() => {
      throw Object.create(null)
    })
    expect(expectBuildViolation(spec, 'sum.small').reason).toBe('it threw: a value without a string form')
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['true', true],
    ['another word', 'hold'],
    ['an empty object', {}],
    ['a promise', Promise.resolve('holds')],
  ])('is violated if it returns %s', (_, outcome) => {
    const spec = withLaw(() => outcome as unknown as LawOutcome)
    expect(expectBuildViolation(spec, 'sum.small').reason).toBe(
      "it returned no outcome: return 'holds', 'notApplicable', { violated: reason } or { discard: reason }",
    )
  })

  it('shrinks with respect to the law that was violated first', () => {
    const small = law<Draft<Sum, number>>('sum.small', draft =>
      draft._tag === 'Answered' && totalOf(draft.question) >= 1_000 ? { violated: 'too much' } : 'holds',
    )
    const tiny = law<Draft<Sum, number>>('sum.notTiny', draft =>
      draft._tag === 'Answered' && totalOf(draft.question) < 1_000 ? { violated: 'too little' } : 'holds',
    )
    expect(totalIn(expectBuildViolation(withFaultyParts({ laws: [small, tiny] }), 'sum.small').shrunk.input)).toBe(1_000)
    expect(totalIn(expectBuildViolation(withFaultyParts({ laws: [tiny, small] }), 'sum.small').shrunk.input)).toBe(1_000)
  })

  it('causes another attempt if it discards, counted by its reason', () => {
    const odd = (sum: Sum): boolean => totalOf(sum) % 2 === 1
    const spec = withLaw(draft => (odd(draft._tag === 'Answered' ? draft.question : draft.twin.question) ? { discard: 'odd' } : 'holds'))
    const { samples, report } = buildOrFail(spec, 1, { count: 100 })
    for (const { category, expected_output } of samples) if (category !== 'adversarial') expect(Number(expected_output) % 2).toBe(0)
    expect(report.discards.odd).toBeGreaterThan(50)
    expect(report.count).toBe(100)
  })

  it('is not evaluated after a discard', () => {
    const never = law<Draft<Sum, number>>('sum.never', () => ({ violated: 'evaluated' }))
    const discarding = law<Draft<Sum, number>>('sum.small', () => ({ discard: 'unsuitable' }))
    expect(() => buildOrFail(withFaultyParts({ laws: [discarding, never] }), 1, { count: 10, maxAttempts: 5 })).toThrow(/Cannot fill/)
  })

  it('changes no other row', () => {
    const plain = buildOrFail(pairSums(), 3, { count: 100 })
    const withMore = buildOrFail(
      withLaw(() => 'notApplicable'),
      3,
      { count: 100 },
    )
    expect(withMore.samples).toEqual(plain.samples)
  })
})
