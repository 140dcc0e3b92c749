import { decimal } from 'genesis-datasets/arbitraries'
import { answer } from 'genesis-datasets/laws'
import { describe, expect, it } from 'vitest'
import { fromItsTwin, type RefusalEvidence, WITNESS_LAWS, witnessTexts } from '../../../../src/stages/prove/refusalLaws'
import { noRefusal, quoted, touches, wellFormed } from '../../../../src/stages/prove/textualLaws'

const evidence = (trap: RefusalEvidence<number>['trap'], ...answers: readonly number[]): RefusalEvidence<number> => ({
  trap,
  verdict: undefined,
  witnessVerdicts: answers.map(value => answer(value)),
  twinInput: '1 + 2',
  answer: decimal,
  domains: {},
})
const less = (input: string, text: string) =>
  WITNESS_LAWS.contradictory.check(evidence({ type: 'contradictory', input, witness: { without: [text] } }, 3))

describe('a text less one piece', () => {
  it.each([
    ['abc-xyz', 'abc'],
    ['abc-xyz', 'xyz'],
    ['abc-xyz', 'abcxyz'],
    ['abc-xyz', 'az'],
    ['aaa', 'aa'],
    ['abab', 'ab'],
    ['abc', ''],
  ])('may lack it at any place: %j, %j', (input, text) => {
    expect(less(input, text)).toBe('holds')
  })

  it.each([
    ['abc-xyz', 'abc-xyz'],
    ['abc', 'abcd'],
    ['abcd', 'ac_'],
    ['abcde', 'ace'],
    ['abcd', 'ba'],
    ['abab', 'aab_'],
  ])('lacks no two, and has nothing more: %j, %j', (input, text) => {
    expect(less(input, text)).toEqual({ violated: `"${text}" is not the input less one piece` })
  })
})

describe('what a law of a text says where it is broken', () => {
  it('is in words', () => {
    expect(wellFormed('a', '\ud800')).toEqual({ violated: 'the text has a lone surrogate' })
    expect(noRefusal('cannot determine')).toEqual({ violated: 'the answer "cannot determine" is the text of a refusal' })
    expect(touches(() => false, { _tag: 'Answered', question: 1, answer: 1 })).toEqual({
      violated: 'the question does not touch the edge that it was drawn for',
    })
    const twin = evidence({ type: 'malformed', input: '1 + 2', witness: { at: 0 } })
    expect(fromItsTwin(twin)).toEqual({ violated: 'the trap has the very text of its answerable twin' })
  })

  it('quotes at most 200 characters', () => {
    expect(quoted('a "b"')).toBe('"a \\"b\\""')
    expect(quoted('x'.repeat(200))).toBe(`"${'x'.repeat(200)}"`)
    expect(quoted('x'.repeat(201))).toBe(`"${'x'.repeat(200)}…"`)
  })
})

describe('the texts of a witness', () => {
  it('are those that the oracle must judge, none where it names a domain or a place', () => {
    expect(witnessTexts({ type: 'out_of_scope', input: '', witness: { domain: 'a' } })).toEqual([])
    expect(witnessTexts({ type: 'malformed', input: '', witness: { at: 0 } })).toEqual([])
    expect(witnessTexts({ type: 'incomplete', input: '', witness: { completions: ['a', 'b'] } })).toEqual(['a', 'b'])
    expect(witnessTexts({ type: 'ambiguous', input: '', witness: { readings: ['a', 'b'] } })).toEqual(['a', 'b'])
  })

  it('have the same answer where either verdict holds the other right', () => {
    const readings = evidence({ type: 'ambiguous', input: '1/2', witness: { readings: ['first', 'second'] } })
    const [lax, strict] = [answer(1, () => true), answer(2)]
    for (const witnessVerdicts of [
      [lax, strict],
      [strict, lax],
    ])
      expect(WITNESS_LAWS.ambiguous.check({ ...readings, witnessVerdicts })).toMatchObject({
        violated: expect.stringMatching(/^both readings have the answer "[12]"$/),
      })
  })

  it('need not extend the input where they are readings of it', () => {
    const readings = evidence({ type: 'ambiguous', input: '1/2', witness: { readings: ['first', 'second'] } }, 1, 2)
    expect(WITNESS_LAWS.ambiguous.check(readings)).toBe('holds')
  })
})
