import { fc } from 'genesis-datasets'
import { byDifficulty, edge, fromTwin, impossible, mix } from 'genesis-datasets/arbitraries'
import { law } from 'genesis-datasets/laws'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { validateSpec } from '../../../src/validate/validateSpec'
import { withEdit } from '../../support/withEdit'

const weights = { valid: 65, edge_case: 20, adversarial: 15 }
const spec = { ...sums, laws: [law('sum.any', () => 'holds')], mix: mix(weights) }
const withoutEdges = withEdit(spec, 'topics.plain.edges', undefined)
const { plain } = sums.topics
const bare = { questions: plain?.questions, answer: plain?.answer }
const none = impossible('no traps here')
const NO_TRAPS = { out_of_scope: none, malformed: none, contradictory: none, incomplete: none, ambiguous: none }
const zero = edge<{ terms: number[]; stated: boolean }>({ easy: fc.constant({ terms: [0, 0], stated: false }) }, () => true)
const pathsOf = (value: unknown): readonly string[] => validateSpec(value).map(({ path }) => path)

/** Specs with one fault each, and the paths that must be reported. */
const FAULTS: readonly (readonly [fault: string, value: unknown, paths: readonly string[]])[] = [
  ['no object', undefined, ['spec']],
  ['a getter that throws', Object.defineProperty({ ...spec }, 'name', { get: () => fail(), enumerable: true }), ['spec']],
  ['no format of questions', withEdit(spec, 'question', undefined), ['question']],
  ['no format of answers', withEdit(spec, 'answer', null), ['answer']],
  ['an unknown method', withEdit(spec, 'verificationMethod', 'magic'), ['verificationMethod']],
  ['a law that is no object', withEdit(spec, 'laws', [undefined]), ['laws.0']],
  ['a second law without a name', withEdit(spec, 'laws', [law('sum.any', () => 'holds'), { check: () => 'holds' }]), ['laws.1.name']],
  ['laws that are no list', withEdit(spec, 'laws', {}), ['laws']],
  ['a tool without a name beside one with a name', withEdit(spec, 'verifiedBy', ['objdump 2.40', '']), ['verifiedBy']],
  ['a domain that is no function', withEdit(spec, 'domains', { product: () => true, quotient: 1 }), ['domains.quotient']],
  ['no topics, and no edges wanted', { ...spec, topics: undefined, mix: mix({ valid: 85, edge_case: 0, adversarial: 15 }) }, ['topics']],
  ['no topic', { ...spec, topics: {}, adversarial: NO_TRAPS, mix: mix({ valid: 85, edge_case: 0, adversarial: 15 }) }, ['topics']],
  ['a topic of a bad name', withEdit(spec, 'topics', { plain, '0': plain }), ['topics.0']],
  ['a topic that is null', withEdit(spec, 'topics', { plain, other: null }), ['topics.other']],
  ['a topic that is no object', withEdit(spec, 'topics', { plain, other: 7 }), ['topics.other']],
  ['a topic without questions', withEdit(spec, 'topics.plain.questions', undefined), ['topics.plain.questions']],
  ['a topic without hard questions', withEdit(spec, 'topics.plain.questions.hard', undefined), ['topics.plain.hard']],
  ['a topic without an answer', withEdit(spec, 'topics.plain.answer', undefined), ['topics.plain.answer']],
  ['a capacity that is a number', withEdit(spec, 'topics.plain.capacity', 5), ['topics.plain.capacity']],
  ['a capacity of a part of a row', withEdit(spec, 'topics.plain.capacity', { easy: 0, hard: 0.5 }), ['topics.plain.capacity.hard']],
  ['a capacity of an unknown difficulty', withEdit(spec, 'topics.plain.capacity', { simple: 3 }), ['topics.plain.capacity.simple']],
  ['an edge that is no object', withEdit(spec, 'topics.plain.edges', { zero, one: 1 }), ['topics.plain.edges.one']],
  ['an edge of a bad name', withEdit(spec, 'topics.plain.edges', { zero, none: zero }), ['topics.plain.edges.none']],
  ['an edge without a predicate', withEdit(spec, 'topics.plain.edges.zero.touches', undefined), ['topics.plain.edges.zero.touches']],
  [
    'an edge without arbitraries',
    withEdit(spec, 'topics.plain.edges.zero.arbitraries', undefined),
    ['topics.plain.edges.zero.arbitraries'],
  ],
  ['an edge without a difficulty', withEdit(spec, 'topics.plain.edges.zero.arbitraries', {}), ['topics.plain.edges.zero.arbitraries']],
  [
    'an edge with a value for an arbitrary',
    withEdit(spec, 'topics.plain.edges.zero.arbitraries', { easy: 1 }),
    ['topics.plain.edges.zero.easy'],
  ],
  ['trap generators of a topic that are null', withEdit(spec, 'topics.plain.adversarial', null), ['topics.plain.adversarial']],
  ['an unknown type in a topic', withEdit(spec, 'topics.plain.adversarial', { tricky: none }), ['topics.plain.adversarial.tricky']],
  [
    'a type in a topic that is no object',
    withEdit(spec, 'topics.plain.adversarial', { malformed: 1 }),
    ['topics.plain.adversarial.malformed'],
  ],
  ['no trap generators', withEdit(spec, 'adversarial', undefined), ['adversarial']],
  ['a missing trap generator', withEdit(spec, 'adversarial.malformed', undefined), ['adversarial.malformed']],
  ['an impossible trap without a reason', withEdit(spec, 'adversarial.malformed', impossible(' ')), ['adversarial.malformed.reason']],
  [
    'an impossible trap with a number for a reason',
    withEdit(spec, 'adversarial.malformed', impossible(7 as never)),
    ['adversarial.malformed.reason'],
  ],
  ['a trap generator with an unknown tag', withEdit(spec, 'adversarial.malformed._tag', 'Possible'), ['adversarial.malformed._tag']],
  ['a trap generator without choices', withEdit(spec, 'adversarial.malformed.choices', undefined), ['adversarial.malformed.choices']],
  ['a trap generator without derive', withEdit(spec, 'adversarial.malformed.derive', undefined), ['adversarial.malformed.derive']],
  ['a trap generator whose twins are not a function', withEdit(spec, 'adversarial.malformed.twins', 1), ['adversarial.malformed.twins']],
  ['no trap at all', { ...spec, adversarial: NO_TRAPS }, ['adversarial']],
  ['no edge at all', { ...(withoutEdges as typeof spec), mix: undefined }, ['topics']],
  ['no edge, and no weights either', { ...(withoutEdges as typeof spec), mix: { category: null } }, ['mix.category']],
  ['no edge, and a weight of edge cases', withoutEdges, ['mix.category.edge_case']],
  ['a mix that is null', withEdit(spec, 'mix', null), ['mix']],
  ['a mix without categories', withEdit(spec, 'mix', {}), ['mix.category']],
  [
    'difficulties that are a number',
    withEdit(spec, 'mix.difficulty', 1),
    ['mix.difficulty', ...['easy', 'medium', 'hard'].map(name => `mix.difficulty.${name}`)],
  ],
  ['a difficulty of weight 0', withEdit(spec, 'mix.difficulty', { easy: 1, medium: 0, hard: 1 }), ['mix.difficulty.medium']],
  ['weights of types that are a number', withEdit(spec, 'mix.adversarial', 5), ['mix.adversarial']],
  ['a type of no weight', withEdit(spec, 'mix.adversarial', { malformed: 1, incomplete: 0 }), ['mix.adversarial.incomplete']],
  ['an unknown type of a weight', withEdit(spec, 'mix.adversarial', { tricky: 1 }), ['mix.adversarial.tricky']],
  ['an unknown topic of a weight', withEdit(spec, 'mix.topic', { plain: 1, other: 1 }), ['mix.topic.other']],
]

function fail(): never {
  throw new Error('not to be read')
}

describe('a level spec with one fault', () => {
  it.each(FAULTS)('is reported with exactly this fault: %s', (_, value, paths) => {
    const problems = validateSpec(value)
    expect(problems.map(({ path }) => path)).toEqual(paths)
    for (const { expected, received, hint } of problems) for (const text of [expected, received, hint]) expect(text).toMatch(/\S/)
  })

  it('is reported with the accepted choices', () => {
    const expectedOf = (path: string, value: unknown) => validateSpec(withEdit(spec, path, value))[0]?.expected
    expect(expectedOf('verificationMethod', 'magic')).toBe('compiler, test, manual')
    const types = 'out_of_scope, malformed, contradictory, incomplete, ambiguous'
    expect(expectedOf('mix.adversarial', { tricky: 1 })).toBe(`one of ${types}`)
    expect(expectedOf('topics.plain.adversarial', { tricky: none })).toBe(types)
  })

  it('is reported with "none" for missing parts', () => {
    expect(validateSpec({ ...spec, adversarial: NO_TRAPS })[0]?.received).toBe('"none"')
    expect(validateSpec({ ...(withoutEdges as typeof spec), mix: undefined })[0]?.received).toBe('"none"')
  })

  it('is reported with the cause if an arbitrary is of another copy of fast-check', () => {
    const lookAlike = { generate: () => ({ value: 1 }), shrink: () => [] }
    const [problem] = validateSpec(withEdit(spec, 'topics.plain.questions.easy', lookAlike))
    expect(problem?._tag).toBe('DuplicateFastCheck')
    for (const text of [problem?.expected, problem?.received, problem?.hint]) expect(text).toMatch(/fast-check|fc/)
    for (const half of [{ generate: () => 1 }, { shrink: () => 1 }, null, () => 1])
      expect(validateSpec(withEdit(spec, 'topics.plain.questions.easy', half))).toMatchObject([
        { _tag: 'InvalidSpec', path: 'topics.plain.easy' },
      ])
  })
})

describe('a level spec without a fault', () => {
  it.each<[string, unknown]>([
    [
      'weights of difficulties, types and topics',
      {
        ...spec,
        mix: mix(weights, {
          difficulty: byDifficulty({ easy: 1, medium: 2, hard: 3 }),
          adversarial: { malformed: 2 },
          topic: { plain: 3 },
        }),
      },
    ],
    ['an eighth of traps', { ...spec, mix: mix({ valid: 65, edge_case: 22.5, adversarial: 12.5 }) }],
    ['a fifth of traps', { ...spec, mix: mix({ valid: 60, edge_case: 20, adversarial: 20 }) }],
    ['a valid row and a half to a trap', { ...spec, mix: mix({ valid: 30, edge_case: 50, adversarial: 20 }) }],
    ['edges in one of two topics', withEdit(spec, 'topics', { plain, other: bare })],
    [
      'a type of trap in one of two topics',
      { ...spec, adversarial: NO_TRAPS, topics: { plain, other: { ...bare, adversarial: { malformed: sums.adversarial.malformed } } } },
    ],
    ['a capacity of 0', withEdit(spec, 'topics.plain.capacity', { easy: 0, medium: 10 })],
    ['several tools', withEdit(spec, 'verifiedBy', ['objdump 2.40', 'capstone 5.0'])],
    [
      'twins of its own',
      withEdit(
        spec,
        'adversarial.malformed',
        fromTwin(
          fc.constant('&'),
          () => undefined,
          () => fc.constant(0),
        ),
      ),
    ],
    ['an impossible type with its reason', withEdit(spec, 'adversarial.malformed', impossible('no text is malformed'))],
    ['a name and version of one character', { ...spec, name: 'a', version: '1' }],
    ['every method', { ...spec, verificationMethod: 'manual' }],
    ['no domains', withEdit(withEdit(spec, 'domains', undefined), 'adversarial.out_of_scope', none)],
  ])('is accepted: %s', (_, value) => {
    expect(pathsOf(value)).toEqual([])
  })
})
