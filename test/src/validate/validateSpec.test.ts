import { fc, renderError, renderProblem } from 'genesis-datasets'
import { edge, fromTwin, impossible, mix } from 'genesis-datasets/arbitraries'
import { law } from 'genesis-datasets/laws'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { validateSpec } from '../../../src/validate/validateSpec'
import { withEdit } from '../../support/withEdit'
import { expectBuildError } from '../../support/buildOrFail'

const spec = { ...sums, laws: [law('sum.any', () => 'holds')], mix: mix({ valid: 65, edge_case: 20, adversarial: 15 }) }
const pathsOf = (value: unknown): readonly string[] => validateSpec(value).map(({ path }) => path)

const CUE = { type: 'out_of_scope', pattern: /^isa: .*$/gm, reason: 'it declares another instruction set' } as const

/** Invalid values for every field, and the path under which each is reported. */
const BROKEN: readonly (readonly [path: string, reported: string, values: readonly unknown[]])[] = [
  ['name', 'name', [undefined, '', 'a b', '0level', 'a~b', '../x', 7, null]],
  ['version', 'version', [undefined, '', ' 1', '1~0', 1]],
  ['verificationMethod', 'verificationMethod', [undefined, 'magic', 0]],
  ['question', 'question', [undefined, null, 'text', []]],
  ['question.print', 'question.print', [undefined, 'text']],
  ['question.parse', 'question.parse', [undefined, /a/]],
  ['answer', 'answer', [undefined]],
  ['answer.print', 'answer.print', [undefined]],
  ['answer.parse', 'answer.parse', [undefined]],
  ['topics', 'topics', [undefined, null, {}, [], 'plain']],
  ['topics.plain', 'topics.plain', [undefined, null, 1]],
  ['topics.plain.questions', 'topics.plain.questions', [undefined, null]],
  ['topics.plain.questions.easy', 'topics.plain.easy', [undefined, 1, {}, () => 1]],
  ['topics.plain.questions.medium', 'topics.plain.medium', [undefined]],
  ['topics.plain.questions.hard', 'topics.plain.hard', [undefined]],
  ['topics.plain.answer', 'topics.plain.answer', [undefined, 0]],
  ['topics.plain.capacity', 'topics.plain.capacity', [5, null]],
  ['topics.plain.capacity', 'topics.plain.capacity.easy', [{ easy: -1 }, { easy: 1.5 }, { easy: Number.NaN }, { easy: '3' }]],
  ['topics.plain.capacity', 'topics.plain.capacity.simple', [{ simple: 3 }]],
  ['topics.plain.edges', 'topics.plain.edges', [null, []]],
  ['topics.plain.edges.zero', 'topics.plain.edges.zero', [undefined, 1]],
  ['topics.plain.edges.zero.touches', 'topics.plain.edges.zero.touches', [undefined, true]],
  ['topics.plain.edges.zero.arbitraries', 'topics.plain.edges.zero.arbitraries', [undefined, {}]],
  ['topics.plain.edges.zero.arbitraries.hard', 'topics.plain.edges.zero.hard', [1]],
  ['topics.plain.edges.zero.capacity', 'topics.plain.edges.zero.capacity.easy', [{ easy: -1 }]],
  ['topics.plain.adversarial', 'topics.plain.adversarial', [null, 'none']],
  ['topics.plain.adversarial', 'topics.plain.adversarial.tricky', [{ tricky: impossible('no such type') }]],
  [
    'topics.plain.adversarial',
    'topics.plain.adversarial.malformed.reason',
    [{ malformed: impossible('') }, { malformed: impossible('  ') }],
  ],
  ['adversarial', 'adversarial', [undefined, null]],
  ['adversarial.malformed', 'adversarial.malformed', [undefined, 'impossible']],
  ['adversarial.malformed._tag', 'adversarial.malformed._tag', [undefined, 'Possible']],
  ['adversarial.malformed.choices', 'adversarial.malformed.choices', [undefined, {}]],
  ['adversarial.malformed.derive', 'adversarial.malformed.derive', [undefined]],
  ['adversarial.malformed.twins', 'adversarial.malformed.twins', ['all']],
  ['domains', 'domains', [null, 'product']],
  ['domains.product', 'domains.product', [undefined, /^product/]],
  ['oracle', 'oracle', [undefined, null, {}]],
  ['verifiedBy', 'verifiedBy', [undefined, [], [''], 'objdump', [1]]],
  ['laws', 'laws', [undefined, {}, null]],
  ['laws.0', 'laws.0', [undefined, 'sum.any']],
  ['laws.0.name', 'laws.0.name', [undefined, 'sum', 'Sum.any', 'sum.any.more', 'sum any']],
  ['laws.0.check', 'laws.0.check', [undefined]],
  ['laws.0.name', 'laws.0.name', ['oracle.agrees', 'level.total']],
  ['laws', 'laws.1.name', [[law('sum.any', () => 'holds'), law('sum.any', () => 'holds')]]],
  ['measureDifficulty', 'measureDifficulty', [undefined, 3]],
  ['canonicalForm', 'canonicalForm', [undefined, 'text']],
  ['holdoutForm', 'holdoutForm', [null, 'form']],
  ['maxNearDuplicates', 'maxNearDuplicates', [-1, 0.5, Number.NaN, '3', null, Number.POSITIVE_INFINITY]],
  ['maxShares', 'maxShares', [null, 0.5, []]],
  ['maxShares', 'maxShares.answer', [0, -0.1, 1.01, Number.NaN, '0.5', null].map(answer => ({ answer }))],
  ['maxShares', 'maxShares.firstToken', [{ firstToken: 2 }]],
  ['maxShares', 'maxShares.refusal', [{ refusal: 0 }]],
  ['maxShares', 'maxShares.first', [{ first: 0.5 }]],
  ['topics.plain.maxShares', 'topics.plain.maxShares', [null, 1]],
  ['topics.plain.maxShares', 'topics.plain.maxShares.answer', [{ answer: 0 }]],
  ['topics.plain.maxShares', 'topics.plain.maxShares.answers', [{ answers: 0.5 }]],
  ['surface', 'surface', [null, 'text']],
  ['surface', 'surface.head', [{ head: () => '' }]],
  ['surface', 'surface.header', [{ header: 'task' }, { header: null }]],
  ['surface', 'surface.declaredCues', [{ declaredCues: {} }, { declaredCues: null }]],
  ['surface', 'surface.declaredCues.0', [{ declaredCues: [null] }, { declaredCues: ['ambiguous'] }]],
  ['surface', 'surface.declaredCues.0.type', [{ declaredCues: [{ type: 'none', pattern: /a/g, reason: 'a declaration' }] }]],
  [
    'surface',
    'surface.declaredCues.0.pattern',
    [/a/, 'a', undefined].map(pattern => ({ declaredCues: [{ type: 'ambiguous', pattern, reason: 'why' }] })),
  ],
  ['surface', 'surface.declaredCues.1.reason', ['', ' ', undefined, 7].map(reason => ({ declaredCues: [CUE, { ...CUE, reason }] }))],
  ['mix', 'mix', [null, 1]],
  ['mix.category', 'mix.category', [undefined, null]],
  ['mix.category.edge_case', 'mix.category.edge_case', [undefined, 0, Number.NaN, -1, Number.POSITIVE_INFINITY, '20']],
  ['mix.category.valid', 'mix.category.valid', [undefined, 0, Number.NaN, -1]],
  ['mix.category.adversarial', 'mix.category.adversarial', [undefined, 0, Number.NaN, -1, 1, 40]],
  ['mix.difficulty', 'mix.difficulty', [null, 1]],
  [
    'mix.difficulty',
    'mix.difficulty.hard',
    [{ easy: 1, medium: 1 }, ...[0, Number.NaN, -1, Number.POSITIVE_INFINITY].map(hard => ({ easy: 1, medium: 1, hard }))],
  ],
  ['mix.adversarial', 'mix.adversarial.malformed', [0, Number.NaN, -1, Number.POSITIVE_INFINITY].map(malformed => ({ malformed }))],
  ['mix.adversarial', 'mix.adversarial.tricky', [{ tricky: 1 }]],
  ['mix.topic', 'mix.topic.plain', [0, Number.NaN, -1, Number.POSITIVE_INFINITY].map(plain => ({ plain }))],
  ['mix.topic', 'mix.topic.other', [{ other: 1 }]],
]

describe('a level spec', () => {
  it('is accepted unchanged', () => {
    expect(validateSpec(spec)).toEqual([])
  })

  it('is accepted with all optional dataset settings', () => {
    const whole = {
      holdoutForm: () => 'form',
      maxNearDuplicates: 0,
      maxShares: { answer: 1, firstToken: 0.001, refusal: undefined },
      surface: { header: () => 'head', declaredCues: [CUE] },
    }
    expect(validateSpec({ ...spec, ...whole })).toEqual([])
    expect(validateSpec({ ...(withEdit(spec, 'topics.plain.maxShares', {}) as typeof spec), surface: {}, maxShares: {} })).toEqual([])
  })

  it.each(BROKEN.flatMap(([path, reported, values]) => values.map((value, index) => [path, reported, index, value] as const)))(
    'is reported, for a broken %s, at %s (%i)',
    (path, reported, _, value) => {
      const problems = validateSpec(withEdit(spec, path, value))
      expect(problems.map(problem => problem.path)).toContain(reported)
      for (const problem of problems) {
        expect(problem.hint).not.toBe('')
        expect(renderProblem(problem)).toMatch(/^Invalid \S+: expected .+, received .+\. Hint: .+\.$/)
      }
    },
  )

  it.each([undefined, null, 'sums', 42, [], () => sums])('is rejected if it is %s instead of an object', value => {
    expect(validateSpec(value)).toMatchObject([{ _tag: 'InvalidSpec', path: 'spec' }])
    expect(expectBuildError(value).problems).toMatchObject([{ path: 'spec' }])
  })

  it('is rejected with one problem if it is a Promise', () => {
    expect(validateSpec(Promise.resolve(spec)).map(renderProblem)).toEqual([
      'Invalid spec: expected a level, received a Promise. Hint: await it: await sums().',
    ])
  })

  it.each([
    ['maxShare', 'the closest name is maxShares'],
    ['holdOutForms', 'the closest name is holdoutForm'],
    ['colour', 'remove it: nothing would read it'],
  ])('is rejected with a field that no level has: %s', (name, hint) => {
    expect(validateSpec({ ...spec, [name]: {} }).map(renderProblem)).toEqual([
      `Invalid ${name}: expected no such field in a level spec, received an empty object. Hint: ${hint}.`,
    ])
  })

  it('is reported with all its problems together', () => {
    const changes: readonly (readonly [string, unknown])[] = [
      ['name', ''],
      ['topics.plain.questions.hard', undefined],
      ['topics.plain.edges.zero.touches', 1],
      ['adversarial.incomplete', undefined],
      ['laws.0.name', 'x'],
      ['mix.category.edge_case', Number.NaN],
      ['oracle', undefined],
    ]
    const broken = changes.reduce<unknown>((value, [path, replacement]) => withEdit(value, path, replacement), spec)
    const expected = [
      'name',
      'topics.plain.hard',
      'topics.plain.edges.zero.touches',
      'adversarial.incomplete',
      'laws.0.name',
      'mix.category.edge_case',
      'oracle',
    ]
    expect([...pathsOf(broken)].sort()).toEqual([...expected].sort())
    const error = expectBuildError(broken, 1.5, { count: 0, colour: 'red' })
    expect(error.problems.map(({ path }) => path).sort()).toEqual([...expected, 'seed', 'options.count', 'options.colour'].sort())
    expect(renderError(error).split('\n')).toHaveLength(expected.length + 3)
  })

  it('is rejected with a topic or an edge whose name has other characters than letters, digits and underscores', () => {
    expect(pathsOf({ ...spec, topics: { 'a b': sums.topics.plain, ok_2: sums.topics.plain, '': sums.topics.plain } })).toEqual([
      'topics.a b',
      'topics.',
    ])
    const zero = edge({ easy: fc.constant({ terms: [0, 0], stated: false }) }, () => true)
    expect(pathsOf(withEdit(spec, 'topics.plain.edges', { 'a.b': zero }))).toEqual(['topics.plain.edges.a.b'])
    expect(pathsOf(withEdit(spec, 'topics.plain.edges', { none: zero }))).toEqual(['topics.plain.edges.none'])
  })

  it('is rejected without an edge, unless it declares that it wants no edge cases', () => {
    const { mix: _, ...defaults } = withEdit(spec, 'topics.plain.edges', undefined) as typeof spec
    expect(pathsOf(defaults)).toEqual(['topics'])
    expect(pathsOf({ ...defaults, mix: mix({ valid: 65, edge_case: 20, adversarial: 15 }) })).toEqual(['mix.category.edge_case'])
    expect(pathsOf({ ...defaults, mix: mix({ valid: 85, edge_case: 0, adversarial: 15 }) })).toEqual([])
  })

  it('is rejected without any type of trap', () => {
    const none = impossible('no traps here')
    const all = { out_of_scope: none, malformed: none, contradictory: none, incomplete: none, ambiguous: none }
    expect(pathsOf({ ...spec, adversarial: all })).toEqual(['adversarial'])
    const inTopic = withEdit({ ...spec, adversarial: all }, 'topics.plain.adversarial', { malformed: sums.adversarial.malformed })
    expect(pathsOf(inTopic)).toEqual([])
  })

  it.each([
    ['below an eighth', { valid: 70, edge_case: 18, adversarial: 12 }, 'mix.category.adversarial'],
    ['above a fifth', { valid: 60, edge_case: 19, adversarial: 21 }, 'mix.category.adversarial'],
    ['more than two thirds of the valid rows', { valid: 29, edge_case: 51, adversarial: 20 }, 'mix.category.valid'],
  ])('is rejected with a share of traps %s', (_, category, path) => {
    expect(pathsOf({ ...spec, mix: { category } })).toEqual([path])
  })

  it('is rejected with an arbitrary of another copy of fast-check', () => {
    const lookAlike = { generate: () => ({ value: 1 }), shrink: () => [], canShrinkWithoutContext: () => false }
    const places = ['topics.plain.questions.easy', 'topics.plain.edges.zero.arbitraries.easy', 'adversarial.malformed.choices']
    for (const place of places) {
      expect(validateSpec(withEdit(spec, place, lookAlike))).toMatchObject([
        { _tag: 'DuplicateFastCheck', hint: expect.stringContaining("import { fc } from 'genesis-datasets'") },
      ])
    }
  })

  it('is accepted with a trap generator from another module', () => {
    const malformed = fromTwin(fc.constant('&'), () => undefined)
    expect(validateSpec(withEdit(spec, 'adversarial.malformed', malformed))).toEqual([])
  })
})
