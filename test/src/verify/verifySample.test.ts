import { either as E } from 'fp-ts'
import { fc, REFUSALS, type Sample, verifySample } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { buildOrFail } from '../../support/buildOrFail'
import { withEdit } from '../../support/withEdit'
import {
  expectAccepted,
  ANSWERED,
  AT_EDGE,
  problemSummaries,
  CONTRADICTORY,
  INCOMPLETE,
  expectRejected,
  SEED_ROWS,
} from '../../support/expectVerified'

const rows: readonly Sample[] = buildOrFail(sums, 42, { count: 300 }).samples

describe('verifySample, for a row of a built dataset', () => {
  it('returns it unchanged, with the laws that its text proves', () => {
    for (const row of rows) {
      const { metadata, ...fields } = expectAccepted(sums, row)
      expect({ ...fields, metadata: { ...metadata, laws: [] } }).toEqual({ ...row, metadata: { ...row.metadata, laws: [] } })
      expect(row.metadata.laws).toEqual(expect.arrayContaining([...metadata.laws]))
      expect(metadata.laws).toContain(row.category === 'adversarial' ? 'refusal.onlyOne' : 'oracle.agrees')
    }
  })

  it('gives the same result for a parsed line, a repeated call, and a returned row', () => {
    for (const row of rows) {
      const once = expectAccepted(sums, row)
      expect(expectAccepted(sums, JSON.stringify(row))).toEqual(once)
      expect(expectAccepted(sums, `${JSON.stringify(row, null, 2)}\n`)).toEqual(once)
      expect(expectAccepted(sums, once)).toEqual(once)
    }
  })

  it('claims no law that a text cannot prove', () => {
    const claimed = new Set(rows.flatMap(row => expectAccepted(sums, row).metadata.laws))
    for (const law of ['refusal.malformed', 'refusal.contradictory', 'refusal.incomplete', 'twin.answerable']) {
      expect(claimed).not.toContain(law)
    }
  })

  it('proves claimed laws, tools and the flag verified again', () => {
    const [row] = rows as [Sample]
    const boasting = withEdit(withEdit(row, 'metadata.laws', ['all.ofThem']), 'metadata.verified_by', ['me'])
    expect(expectAccepted(sums, boasting)).toEqual(expectAccepted(sums, row))
    expect(expectAccepted(sums, { ...row, verified: false })).toEqual(expectAccepted(sums, row))
  })

  it('does not change its argument', () => {
    const [row] = rows as [Sample]
    const frozen = Object.freeze({ ...row, metadata: Object.freeze({ ...row.metadata, laws: Object.freeze([...row.metadata.laws]) }) })
    expect(E.isRight(verifySample(sums, frozen))).toBe(true)
    expect(frozen).toEqual(row)
  })
})

describe('verifySample, for a wrong row', () => {
  const without = (category: string, expected_output: string) => ({ ...ANSWERED, category, expected_output })
  it.each<[string, unknown, unknown, string]>([
    ['a wrong answer', ANSWERED, without('valid', '25'), 'expected_output: "24" | "25" | the oracle gives another answer'],
    ['a wrong answer that is "verified"', ANSWERED, { ...without('valid', '25'), verified: true }, 'expected_output: "24" | "25" |'],
    ['a right answer spelled otherwise', ANSWERED, without('valid', '024'), 'expected_output: a text of the form'],
    ['an answer that does not parse', ANSWERED, without('valid', 'twenty-four'), 'expected_output: a text of the form'],
    ['no answer', ANSWERED, without('valid', ''), 'expected_output: a text of the form'],
    ['a question spelled otherwise', ANSWERED, { ...ANSWERED, input: 'sum: 01 + 23' }, 'input: "sum: 1 + 23" | "sum: 01 + 23" |'],
    ['an answer to a trap', INCOMPLETE, { ...INCOMPLETE, expected_output: '24', category: 'valid' }, 'expected_output: a refusal'],
    [
      'a refusal of an answerable row',
      ANSWERED,
      without('adversarial', 'insufficient data'),
      'expected_output: "24" | "insufficient data" |',
    ],
    [
      'a refusal of another type',
      INCOMPLETE,
      { ...INCOMPLETE, expected_output: 'contradiction detected' },
      'expected_output: the refusal of incomplete | "contradiction detected" | it is the first reason',
    ],
    [
      'a refusal in another letter case',
      INCOMPLETE,
      { ...INCOMPLETE, expected_output: 'Insufficient data' },
      'category: valid or edge_case',
    ],
    ['a valid row labelled adversarial', ANSWERED, without('adversarial', '24'), 'category: valid or edge_case | adversarial |'],
    ['a trap labelled valid', CONTRADICTORY, { ...CONTRADICTORY, category: 'valid' }, 'category: adversarial | valid |'],
    ['a trap labelled an edge case', CONTRADICTORY, { ...CONTRADICTORY, category: 'edge_case' }, 'category: adversarial | edge_case |'],
    [
      'an edge case that matches no edge',
      AT_EDGE,
      { ...ANSWERED, category: 'edge_case' },
      'category: a question at an edge of its topic |',
    ],
    ["another level's row", ANSWERED, { ...ANSWERED, id: 'level0_000001' }, 'id: sums_ and at least six digits | "level0_000001"'],
    ['an id without its six digits', ANSWERED, { ...ANSWERED, id: 'sums_1' }, 'id: sums_ and at least six digits | "sums_1"'],
    ['an id with a line after it', ANSWERED, { ...ANSWERED, id: 'sums_000001\n' }, 'id: sums_ and at least six digits |'],
    ['another method', ANSWERED, { ...ANSWERED, verification_method: 'compiler' }, 'verification_method: test or manual | compiler |'],
  ])('rejects it with path and reason: %s', (_, sound, wrong, complaint) => {
    expectAccepted(sums, sound)
    expect(problemSummaries(expectRejected(sums, wrong)).filter(one => one.startsWith(complaint))).toHaveLength(1)
  })

  it('reports all problems together', () => {
    const problems = expectRejected(sums, {
      ...ANSWERED,
      id: 'x',
      expected_output: '25',
      category: 'adversarial',
      verification_method: 'compiler',
    })
    expect(problems.map(({ path }) => path)).toEqual(['id', 'category', 'verification_method', 'expected_output'])
    expect(problems.every(({ _tag }) => _tag === 'InvalidRow')).toBe(true)
  })

  it('rejects every single-character edit, unless it yields another true row', () => {
    let acceptedEdits = 0
    for (const row of SEED_ROWS) {
      for (const field of ['input', 'expected_output'] as const) {
        for (const text of editsOf(row[field])) {
          const mutant = { ...row, [field]: text }
          const verified = verifySample(sums, mutant)
          if (E.isRight(verified)) acceptedEdits += 1
          expect([mutant, E.isRight(verified)]).toEqual([mutant, isTrue(mutant)])
        }
      }
    }
    expect(acceptedEdits).toBeGreaterThan(100)
  })
})

/** Returns the text with any one character left out, replaced or inserted. */
function editsOf(text: string): readonly string[] {
  const characters = ['0', '1', '5', '9', ' ', '+', '-', '\n', ':', 'x', 'é', '\ud800', '\u0000', '\ufeff']
  const edits = Array.from({ length: text.length + 1 }, (_, at) => [
    text.slice(0, at) + text.slice(at + 1),
    ...characters.flatMap(one => [text.slice(0, at) + one + text.slice(at + 1), text.slice(0, at) + one + text.slice(at)]),
  ]).flat()
  return [...new Set(edits)].filter(edit => edit !== text)
}

/** Evaluates the definition of the level independently, with exact arithmetic. */
function isTrue({ input, expected_output, category }: { input: string; expected_output: string; category: string }): boolean {
  if (!input.isWellFormed()) return false
  if (category === 'adversarial') return expected_output === refusalFor(input)
  if (refusalFor(input) !== undefined || /(?<![\d])0\d/.test(input)) return false
  const terms = [...(input.split('\n')[0] as string).matchAll(/\d+/g)].map(([digits]) => BigInt(digits))
  return String(terms.reduce((sum, term) => sum + term)) === expected_output && (category === 'valid' || terms.includes(0n))
}

function refusalFor(input: string): string | undefined {
  if (input.startsWith('product: ')) return REFUSALS.out_of_scope
  if (/^sum: \d+( \+ \d+)* \+$/.test(input)) return REFUSALS.incomplete
  const [, terms = '', digit] = /^sum: (\d+(?: \+ \d+)+)(?:\nends in: (\d))?$/.exec(input) ?? []
  if (terms === '') return REFUSALS.malformed
  const total = terms.split(' + ').reduce((sum, term) => sum + BigInt(term), 0n)
  return digit !== undefined && !String(total).endsWith(digit) ? REFUSALS.contradictory : undefined
}

describe('verifySample, for any value', () => {
  const settings = { seed: 42, numRuns: 2_000 }
  const isSaid = (row: unknown): boolean => {
    const verified = verifySample(sums, row)
    if (E.isRight(verified)) return verified.right.verified
    const { problems } = verified.left
    return problems.length > 0 && problems.every(({ path, expected, received, hint }) => ![path, expected, received, hint].includes(''))
  }
  const anything = fc.anything({
    withNullPrototype: true,
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withSparseArray: true,
  })

  it('accepts it or rejects it with reasons, and never throws', () => {
    fc.assert(fc.property(anything, isSaid), settings)
    fc.assert(fc.property(fc.json(), isSaid), settings)
  })

  it('accepts or rejects a row with any one field replaced by any value', () => {
    const paths = Object.keys(ANSWERED).concat(Object.keys((rows[0] as Sample).metadata).map(key => `metadata.${key}`))
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(...paths, 'another', 'metadata.another'), anything, (row, path, value) =>
        isSaid(withEdit(row, path, value)),
      ),
      settings,
    )
  })
})
