import { either as E } from 'fp-ts'
import { fc, type Grade, grade, type Grading, type LevelSpec, REFUSALS, type Sample } from 'genesis-datasets'
import { answer } from 'genesis-datasets/laws'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { expectAccepted, ANSWERED, INCOMPLETE } from '../../support/expectVerified'

const question: Sample = expectAccepted(sums, ANSWERED)
const trap: Sample = expectAccepted(sums, INCOMPLETE)
const graded = (sample: Sample, ...outputs: readonly unknown[]): readonly Grade[] =>
  outputs.map(output => grade(sums, sample, output as string))
const withGrading = (grading: Grading): typeof sums => ({ ...sums, grading })

describe('grade', () => {
  it.each<[Grade, string]>([
    ['right', '24'],
    ['right', ' 24\n'],
    ['right', '\ufeff24'],
    ['wrong', '25'],
    ['wrong', '240'],
    ['wrong', ''],
    ['wrong', '024'],
    ['wrong', '24.0'],
    ['wrong', '+24'],
    ['wrong', '0x18'],
    ['wrong', '２４'],
    ['wrong', '24\u0000'],
    ['wrong', 'the answer is 24'],
    ['wrong', '24 24'],
    ['wrong', '1e400'],
    ['wrong', '9'.repeat(400)],
    ['wrong', 'undefined or 24'],
    ['wrong', 'Insufficient data'],
    ['hedged', '24insufficient datax'],
    ['refused', 'insufficient data'],
    ['refused', ' out of scope '],
  ])('grades an answer to a question as %s: %j', (expected, output) => {
    expect(graded(question, output)).toEqual([expected])
  })

  it.each<[Grade, string]>([
    ['right', 'insufficient data'],
    ['right', 'insufficient data\n'],
    ['wrong', 'Insufficient data'],
    ['wrong', 'insufficient  data'],
    ['wrong', 'insufficient data.'],
    ['wrong', '24'],
    ['refused', 'cannot determine'],
    ['refused', 'error: malformed input'],
  ])('grades an answer to a trap as %s: %j', (expected, output) => {
    expect(graded(trap, output)).toEqual([expected])
  })

  it.each([
    '24 or 25',
    '25 or 24',
    '24 OR 25',
    '24, 25',
    '24,25',
    '24; 25',
    '24/25',
    '24 | 25',
    '24 25',
    '24\n25',
    '24\n\n25',
    '24\t25',
    '24 (or 25)',
    '24 and 25',
    '24, alternatively 25',
    'either 24 or 25',
    '24? 25?',
    '[24, 25]',
    '{"first": 24, "second": 25}',
    '**24** or **25**',
    'cannot determine or 24',
    '24 or cannot determine',
    'cannot determine: 24',
    'Cannot Determine, but maybe 24',
    'insufficient data / cannot determine',
    'insufficient data\ncannot determine',
    'insufficient data, 24',
    `${'İ'.repeat(20)} cannot determine 24`,
  ])('grades several answers as hedged, whichever is right: %j', output => {
    expect(graded(question, output)).toEqual(['hedged'])
    expect(graded(trap, output)).toEqual(['hedged'])
  })

  it('grades the right answer beside another as hedged, never as right', () => {
    const between = fc.constantFrom(
      ' or ',
      ', ',
      '; ',
      '/',
      ' | ',
      ' ',
      '\n',
      '\n\n',
      '\r\n',
      ' and ',
      ' OR ',
      ',',
      ' otherwise ',
      ' and/or ',
      ' , ',
    )
    const others = fc.oneof(fc.nat().map(String), fc.constantFrom(...Object.values(REFUSALS)))
    fc.assert(
      fc.property(fc.array(others, { minLength: 1, maxLength: 4 }), fc.nat(4), between, (wrong, at, separator) => {
        for (const sample of [question, trap]) {
          if (wrong.includes(sample.expected_output)) return
          const output = wrong.toSpliced(at % (wrong.length + 1), 0, sample.expected_output).join(separator)
          expect(graded(sample, output)).toEqual(['hedged'])
        }
      }),
      { seed: 42, numRuns: 2_000 },
    )
  })

  it('grades any text, and not as right', () => {
    const throwing = { toString: () => expect.unreachable('it was read'), trim: () => '24' }
    const kinds = [
      undefined,
      null,
      24,
      24n,
      true,
      ['24'],
      { output: '24' },
      new String('24'),
      Symbol('24'),
      () => '24',
      throwing,
      Number.NaN,
    ]
    expect(new Set(graded(question, ...kinds))).toEqual(new Set(['wrong']))
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' }), fc.json()), output => {
        expect(['wrong', 'refused', 'hedged']).toContain(grade(sums, trap, output as string))
      }),
      { seed: 42, numRuns: 2_000 },
    )
  })

  it('executes no part of an output', () => {
    const output = '(() => { globalThis.wasRun = true; return 24 })() require("fs")'
    expect(graded(question, output, `${output} or 24`)).toEqual(['wrong', 'wrong'])
    expect(globalThis).not.toHaveProperty('wasRun')
  })
})

describe('grade, with the grading options of a level', () => {
  it.each<[Grading, string, Grade]>([
    [{}, ' insufficient data ', 'right'],
    [{ whitespace: 'trim' }, '\n insufficient data\r\n', 'right'],
    [{ whitespace: 'exact' }, 'insufficient data ', 'wrong'],
    [{ whitespace: 'exact' }, 'insufficient data', 'right'],
    [{ whitespace: 'trim' }, 'insufficient  data', 'wrong'],
    [{ whitespace: 'collapse' }, ' insufficient \t data\n\n', 'right'],
    [{ whitespace: 'collapse' }, 'insufficient\ndata', 'wrong'],
    [{ whitespace: 'collapse' }, 'insufficientdata', 'wrong'],
    [{ ignoreCase: false }, 'Insufficient Data', 'wrong'],
    [{ ignoreCase: true }, 'Insufficient DATA', 'right'],
    [{ ignoreCase: true }, 'Cannot Determine', 'refused'],
    // A long s, whose upper case is S.
    [{ ignoreCase: true }, 'in\u017fufficient data', 'wrong'],
    [{ ignoreCase: true, whitespace: 'exact' }, ' INSUFFICIENT DATA', 'wrong'],
    [{ ignoreCase: true, whitespace: 'collapse' }, ' INSUFFICIENT   DATA', 'right'],
  ])('normalizes as declared: %j %j is %s', (grading, output, expected) => {
    expect(grade(withGrading(grading), trap, output)).toBe(expected)
  })

  it('ignores the letter case that the format requires, within the other normalizations', () => {
    const parse = (text: string) => (/^[A-Z]+ [A-Z]+$/.test(text) ? E.right(text) : E.left({ at: 0, expected: 'two words' }))
    const words = { ...sums, answer: { print: String, parse }, oracle: () => [answer('A B', () => true)] }
    const level = { ...words, grading: { ignoreCase: true, whitespace: 'collapse' } } as unknown as LevelSpec<never, string>
    expect(grade(level, { ...question, expected_output: 'A B' }, 'B   A')).toBe('right')
  })

  it('accepts no answer to a trap, even if the oracle answers it', () => {
    expect(grade({ ...sums, oracle: () => [answer(24)] }, trap, '24')).toBe('wrong')
  })

  it('does not join two lines to one answer', () => {
    expect(grade(withGrading({ whitespace: 'collapse', ignoreCase: true }), question, '24\n25')).toBe('hedged')
  })
})

describe('a level with several right answers', () => {
  /** Accepts any number with the same last digit. */
  const lax: LevelSpec<never, number> = {
    ...(sums as unknown as LevelSpec<never, number>),
    oracle: inputs =>
      sums.oracle(inputs).map(one => (one._tag === 'Answer' ? answer(one.canonical, other => other % 10 === one.canonical % 10) : one)),
  }
  it.each<[string, Grade]>([
    ['24', 'right'],
    ['4', 'right'],
    [' 104 ', 'right'],
    ['25', 'wrong'],
    ['04', 'wrong'],
    ['4 or 14', 'hedged'],
    ['24, 4', 'hedged'],
    ['insufficient data', 'refused'],
  ])('accepts each of them, but no two together: %j is %s', (output, expected) => {
    expect(grade(lax, question, output)).toBe(expected)
  })

  it('accepts none for a trap', () => {
    expect(grade(lax, trap, '4')).toBe('wrong')
  })

  it('accepts an answer only in the spelling of the level, even if its format would read one from any text', () => {
    const parse = (text: string) =>
      Number.isNaN(Number.parseInt(text, 10)) ? E.left({ at: 0, expected: 'a number' }) : E.right(Number.parseInt(text, 10))
    const careless: typeof lax = { ...lax, answer: { print: String, parse } }
    for (const output of ['24 or 25', '4 or 25', '14, or 25', '24; cannot determine'])
      expect(grade(careless, question, output)).toBe('hedged')
    for (const output of ['4x', '04']) expect(grade(careless, question, output)).toBe('wrong')
    expect(grade(careless, question, '4')).toBe('right')
  })

  it('rejects a predicate that returns a promise', () => {
    const promising = { ...lax, oracle: () => [{ _tag: 'Answer', canonical: 24, equivalent: async () => false }] } as unknown as typeof lax
    expect(grade(promising, question, '25')).toBe('wrong')
  })
})

describe('a level whose answers have several lines', () => {
  const isList = /^\d+(\n\d+)*$/
  const parse = (text: string) => (isList.test(text) ? E.right(text) : E.left({ at: 0, expected: 'numbers' }))
  const lists = { ...sums, answer: { print: String, parse }, oracle: () => [answer('2\n4')] } as unknown as LevelSpec<never, string>
  it.each<[string, Grade]>([
    ['2\n4', 'right'],
    ['2\n5', 'wrong'],
    ['2\n5\n\n2\n4', 'hedged'],
    ['2\n5 or 2\n4', 'hedged'],
    ['2\n5, 2\n4', 'hedged'],
    ['perhaps or 2\n5', 'wrong'],
  ])('accepts all lines of one answer only: %j is %s', (output, expected) => {
    expect(grade(lists, { ...question, expected_output: '2\n4' }, output)).toBe(expected)
  })
})

describe('grade, given broken parts', () => {
  it.each<[string, unknown, unknown]>([
    ['no sample', sums, undefined],
    ['a sample without texts', sums, {}],
    ['no level', undefined, { ...question, expected_output: '25' }],
    ['a level without parts', {}, { ...question, expected_output: '25' }],
    ['a format that throws', { ...sums, answer: { print: String, parse: thrower } }, { ...question, expected_output: '25' }],
    ['an oracle that throws', { ...sums, oracle: thrower }, { ...question, expected_output: '25' }],
  ])('grades nothing as right, and never throws: %s', (_, level, sample) => {
    expect(grade(level as typeof sums, sample as Sample, '24')).toBe('wrong')
  })
})

function thrower(): never {
  throw new Error('a bug')
}
