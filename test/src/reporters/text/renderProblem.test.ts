import { type Counterexample, type Problem, type Report, renderError, renderProblem, renderReport } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { someFigures } from '../../../support/someFigures'

const problem: Problem = {
  _tag: 'InvalidSpec',
  path: 'topics.decode.hard',
  expected: 'an arbitrary',
  received: 'undefined',
  hint: 'give one',
}
const violated: Problem = {
  _tag: 'LawViolated',
  path: 'valid.plain.easy',
  expected: 'oracle.agrees holds',
  received: 'labelled "3"',
  hint: 'it is a bug',
  token: 'a~token',
  counterexample: {
    _tag: 'Counterexample',
    level: 'sums',
    cell: 'valid.plain.easy',
    law: 'oracle.agrees',
    reason: 'labelled "3"',
    original: { input: 'sum: 8 + 9\nends in: 7', expected_output: '18' },
    shrunk: { input: 'sum: 1 + 1', expected_output: '3' },
    shrinks: 4,
    minimal: true,
    seed: '42',
    token: 'a~token',
  },
}

describe('renderProblem', () => {
  it('prints an invalid value in one line', () => {
    expect(renderProblem(problem)).toBe('Invalid topics.decode.hard: expected an arbitrary, received undefined. Hint: give one.')
  })

  it('prints a counterexample, shrunk and original, with seed and token', () => {
    expect(renderProblem(violated).split('\n')).toEqual([
      'Law violated in valid.plain.easy: oracle.agrees: labelled "3". Hint: it is a bug.',
      '  law: oracle.agrees',
      '  shrunk (4 steps):',
      '    sum: 1 + 1',
      '    → 3',
      '  original:',
      '    sum: 8 + 9',
      '    ends in: 7',
      '    → 18',
      '  seed: 42',
      '  token: a~token',
      "  replay: reproduce(sums, 'a~token')",
    ])
  })

  it('says that a search stopped early', () => {
    const { counterexample, ...others } = violated
    const early: Problem = { ...others, counterexample: { ...(counterexample as NonNullable<typeof counterexample>), minimal: false } }
    expect(renderProblem(early)).toContain('shrunk (4 steps, stopped early):')
  })

  it('prints only the token of a problem without a counterexample', () => {
    expect(renderProblem({ ...problem, _tag: 'CodeThrew', token: 'a~token' })).toBe(
      'Code threw in topics.decode.hard: expected an arbitrary, received undefined. Hint: give one.\n  token: a~token',
    )
  })

  it('prints a value of an arbitrary, without an output, with a line to check it again', () => {
    const { counterexample } = violated as { readonly counterexample: Counterexample }
    const value = { input: '[1,\n2]' }
    const alone = { ...counterexample, level: 'numbers', cell: 'arbitrary', original: value, shrunk: value }
    expect(renderError(alone).split('\n')).toEqual([
      'Law violated in arbitrary: oracle.agrees: labelled "3".',
      '  law: oracle.agrees',
      '  shrunk (4 steps):',
      '    [1,',
      '    2]',
      '  original:',
      '    [1,',
      '    2]',
      '  seed: 42',
      '  token: a~token',
      "  replay: assertArbitrary(numbers, laws, { token: 'a~token' })",
    ])
  })

  it('prints the place of a throw if the stack names one', () => {
    const { counterexample } = violated as { readonly counterexample: Counterexample }
    const lines = renderError({ ...counterexample, law: 'level.total', reason: 'the oracle threw: seven!', thrown: new Error('seven!') })
    expect(lines.split('\n').slice(0, 4)).toEqual([
      'Law violated in valid.plain.easy: level.total: the oracle threw: seven!.',
      '  law: level.total',
      expect.stringMatching(/^ {2}thrown at: test\/src\/reporters\/text\/renderProblem\.test\.ts:\d+$/),
      '  shrunk (4 steps):',
    ])
    expect(renderError({ ...counterexample, thrown: 'seven!' })).not.toContain('thrown at')
  })

  it('cuts long reasons and drafts, with an ellipsis and their length', () => {
    const { counterexample } = violated as { readonly counterexample: Counterexample }
    const exact = renderError({ ...counterexample, shrinks: 1, reason: 'r'.repeat(1_000), shrunk: { input: 'i'.repeat(4_000) } })
    expect(exact.split('\n').slice(0, 4)).toEqual([
      `Law violated in valid.plain.easy: oracle.agrees: ${'r'.repeat(1_000)}.`,
      '  law: oracle.agrees',
      '  shrunk (1 step):',
      `    ${'i'.repeat(4_000)}`,
    ])
    const long = renderError({
      ...counterexample,
      reason: `${'r'.repeat(999)}😀`,
      shrunk: { input: 'i'.repeat(4_001), expected_output: 'o'.repeat(70_000) },
    })
    expect(long.split('\n').slice(0, 5)).toEqual([
      `Law violated in valid.plain.easy: oracle.agrees: ${'r'.repeat(999)}… (1001 characters).`,
      '  law: oracle.agrees',
      '  shrunk (4 steps):',
      `    ${'i'.repeat(4_000)}… (4001 characters)`,
      `    → ${'o'.repeat(4_000)}… (70000 characters)`,
    ])
  })

  it('opens every kind of problem with distinct words', () => {
    const tags: readonly Problem['_tag'][] = [
      'InvalidSpec',
      'ToolMissing',
      'CannotPlan',
      'CellExhausted',
      'LawViolated',
      'CodeThrew',
      'CannotWrite',
    ]
    const openings = tags.map(_tag => renderProblem({ ...problem, _tag }).split(' topics')[0])
    expect(new Set(openings).size).toBe(tags.length)
    for (const opening of openings) expect(opening).toMatch(/^[A-Z][a-z ]+$/)
  })
})

describe('renderError', () => {
  it('prints all problems in order', () => {
    expect(renderError({ _tag: 'BuildError', problems: [problem, violated] })).toBe(`${renderProblem(problem)}\n${renderProblem(violated)}`)
  })
})

describe('renderReport', () => {
  const report: Report = {
    level: 'sums',
    version: '1.0.0',
    seed: '-7',
    count: 1_234,
    category: { valid: 1_000, edge_case: 234 },
    difficulty: { easy: 1_234 },
    topic: { plain: 1_234 },
    adversarialType: { malformed: 5 },
    edge: { 'plain.zero': 234 },
    split: { train: 1_234 },
    discards: {},
    capacityAdjustments: [{ cell: 'valid.plain.easy', plannedRows: 30.25, capacity: 20 }],
    figures: someFigures('plain'),
    checks: [
      { name: 'dataset.verified', outcome: 'holds', figures: 'all of them' },
      { name: 'dataset.balanced', outcome: 'violated', figures: 'none of them' },
      { name: 'dataset.adversarialShare', outcome: 'notApplicable', figures: 'too few' },
    ],
  }
  const lines = renderReport(report).split('\n')

  it('begins with level, version, seed and rows', () => {
    expect(lines[0]).toBe('sums 1.0.0, seed -7: 1234 rows')
  })

  it('prints a line for every count, and says if there is none', () => {
    const words = lines.map(line => line.trim().split(/\s+/).join(' '))
    for (const line of ['category 1000 valid', '234 edge_case', 'adversarial type 5 malformed', 'edge 234 plain.zero', 'discards none']) {
      expect(words).toContain(line)
    }
  })

  it('prints difficulty, constant baseline and leaks', () => {
    for (const line of [
      '     60  0-31',
      '    plain: 5 (4 to 7), 9 (8 to 11), none',
      '    constant: 15.0 % ("error: malformed input")',
      '    topic majority: 15.5 %',
      '    1 inputs, 2 canonical forms, 4 held-out forms, 3 traps separated from their twin',
      '    11 near-duplicates (Jaccard 0.8 or more) among 90 rows, most similar:',
      '      0.93  one_000001 and one_000002',
    ]) {
      expect(
        lines.some(one => one.endsWith(line)),
        line,
      ).toBe(true)
    }
  })

  it('prints capacity adjustments', () => {
    expect(lines).toContain('  capacity adjustment: valid.plain.easy has 20 of 30.3 planned rows')
  })

  it('marks every check by its outcome', () => {
    expect(lines.slice(-4)).toEqual([
      '  dataset checks:',
      '    holds          dataset.verified: all of them',
      '    VIOLATED       dataset.balanced: none of them',
      '    not applicable dataset.adversarialShare: too few',
    ])
  })
})
