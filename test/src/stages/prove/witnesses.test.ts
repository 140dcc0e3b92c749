import { decimal } from 'genesis-datasets/arbitraries'
import { answer } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'
import { differsFromTwin, type RefusalEvidence, WITNESS_LAWS, witnessTexts } from '../../../../src/stages/prove/refusalLaws'
import { noRefusal, quoted, matchesEdge, wellFormed } from '../../../../src/stages/prove/textualLaws'

const evidence = (trap: RefusalEvidence<number>['trap'], ...answers: readonly number[]): RefusalEvidence<number> => ({
  trap,
  verdict: undefined,
  witnessVerdicts: answers.map(value => answer(value)),
  noVerdict: 'the oracle gave no verdict',
  twinInput: '1 + 2',
  answer: decimal,
  domains: {},
})
const less = (input: string, text: string) =>
  WITNESS_LAWS.contradictory.check(evidence({ type: 'contradictory', input, witness: { without: [text] } }, 3))

describe('WITNESS_LAWS.contradictory', () => {
  it.each([
    ['abc-xyz', 'abc'],
    ['abc-xyz', 'xyz'],
    ['abc-xyz', 'abcxyz'],
    ['abc-xyz', 'az'],
    ['aaa', 'aa'],
    ['abab', 'ab'],
    ['abc', ''],
  ])('accepts a text that lacks one piece anywhere: %j, %j', (input, text) => {
    expect(less(input, text)).toBe('holds')
  })

  it.each([
    ['abc-xyz', 'abc-xyz'],
    ['abc', 'abcd'],
    ['abcd', 'ac_'],
    ['abcde', 'ace'],
    ['abcd', 'ba'],
    ['abab', 'aab_'],
  ])('rejects a text that lacks two pieces or has additions: %j, %j', (input, text) => {
    expect(less(input, text)).toEqual({ violated: `"${text}" is not the input without one piece of text` })
  })
})

describe('the reason of a violated law', () => {
  it('is a sentence', () => {
    expect(wellFormed('a', '\ud800')).toEqual({ violated: 'the text has a lone surrogate' })
    expect(noRefusal('cannot determine')).toEqual({ violated: 'the answer "cannot determine" is the text of a refusal' })
    expect(matchesEdge(() => false, { _tag: 'Answered', question: 1, answer: 1 })).toEqual({
      violated: 'the question does not match the edge that it was drawn for',
    })
    const twin = evidence({ type: 'malformed', input: '1 + 2', witness: { at: 0 } })
    expect(differsFromTwin(twin)).toEqual({ violated: 'the trap has the same text as its answerable twin' })
  })

  it('quotes at most 200 characters', () => {
    expect(quoted('a "b"')).toBe('"a \\"b\\""')
    expect(quoted('x'.repeat(200))).toBe(`"${'x'.repeat(200)}"`)
    expect(quoted('x'.repeat(201))).toBe(`"${'x'.repeat(200)}…"`)
  })
})

describe('a witness of the wrong shape', () => {
  it.each([
    ['out_of_scope', { domains: 'a' }, 'domain: text'],
    ['malformed', { at: '3' }, 'at: number'],
    ['contradictory', { without: 'a' }, 'without: [text, …]'],
    ['contradictory', { without: ['a', 1] }, 'without: [text, …]'],
    ['incomplete', { completion: ['a', 'b'] }, 'completions: [text, text]'],
    ['incomplete', { completions: ['a'] }, 'completions: [text, text]'],
    ['ambiguous', { readings: 'ab' }, 'readings: [text, text]'],
    ['ambiguous', undefined, 'readings: [text, text]'],
  ] as const)('violates the law of its type, which names the fields: %s, %j', (type, witness, needs) => {
    const trap = { type, input: 'a', witness } as unknown as RefusalEvidence<number>['trap']
    expect(witnessTexts(trap)).toEqual([])
    expect(WITNESS_LAWS[type].check(evidence(trap))).toEqual({ violated: `the witness of ${type} needs ${needs}` })
  })
})

describe('a witness with several texts', () => {
  it('has the texts that the oracle must judge, none for a domain or a position', () => {
    expect(witnessTexts({ type: 'out_of_scope', input: '', witness: { domain: 'a' } })).toEqual([])
    expect(witnessTexts({ type: 'malformed', input: '', witness: { at: 0 } })).toEqual([])
    expect(witnessTexts({ type: 'incomplete', input: '', witness: { completions: ['a', 'b'] } })).toEqual(['a', 'b'])
    expect(witnessTexts({ type: 'ambiguous', input: '', witness: { readings: ['a', 'b'] } })).toEqual(['a', 'b'])
  })

  it('is rejected if either verdict accepts the answer of the other', () => {
    const readings = evidence({ type: 'ambiguous', input: '1/2', witness: { readings: ['first', 'second'] } })
    const [lax, strict] = [answer(1, () => true), answer(2)]
    for (const witnessVerdicts of [
      [lax, strict],
      [strict, lax],
    ])
      expect(WITNESS_LAWS.ambiguous.check({ ...readings, witnessVerdicts })).toMatchObject({
        violated: expect.stringMatching(/^the readings "first" and "second" both have the answer "[12]"$/),
      })
  })

  it('is accepted if its texts are readings that do not extend the input', () => {
    const readings = evidence({ type: 'ambiguous', input: '1/2', witness: { readings: ['first', 'second'] } }, 1, 2)
    expect(WITNESS_LAWS.ambiguous.check(readings)).toBe('holds')
  })
})
