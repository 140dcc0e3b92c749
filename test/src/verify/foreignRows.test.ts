import { either as E } from 'fp-ts'
import { fc, type LevelSpec, verifySample } from 'genesis-datasets'
import { cannotJudge } from 'genesis-datasets/laws'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { withEdit } from '../../support/withEdit'
import {
  expectAccepted,
  ANSWERED,
  AT_EDGE,
  problemSummaries,
  INCOMPLETE,
  OUT_OF_SCOPE,
  expectRejected,
  SEED_ROWS,
} from '../../support/expectVerified'

const LINE = JSON.stringify(ANSWERED)

describe('a row of the seed format', () => {
  it.each(SEED_ROWS.map(row => [row.expected_output, row] as const))('is proven from its text alone: %s', (_, row) => {
    const sample = expectAccepted(sums, row)
    expect(sample).toMatchObject({ ...row, verified: true, metadata: { topic: 'plain', token: '', verified_by: sums.verifiedBy } })
    expect(sample.metadata.group).toMatch(/^[0-9a-f]{16}$/)
    expect(sample.metadata.edge).toBe(row.category === 'edge_case' ? 'zero' : 'none')
    expect(Object.keys(sample)).toEqual(Object.keys(row))
  })

  it.each([
    [INCOMPLETE, ['text.wellFormed', 'refusal.onlyOne']],
    [OUT_OF_SCOPE, ['text.wellFormed', 'refusal.onlyOne', 'refusal.outOfScope']],
    [ANSWERED, ['text.wellFormed', 'question.roundTrip', 'answer.roundTrip', 'answer.noRefusal', 'oracle.agrees']],
    [AT_EDGE, ['text.wellFormed', 'question.roundTrip', 'answer.roundTrip', 'answer.noRefusal', 'oracle.agrees', 'edge.touches']],
  ] as const)('names the laws that its text proves', (row, laws) => {
    expect(expectAccepted(sums, row).metadata.laws).toEqual(laws)
  })

  it('may be out of scope by any domain of the level, and names a domain only then', () => {
    const domains = { never: () => false, product: (input: string) => input.startsWith('product: ') }
    expect(expectAccepted({ ...sums, domains }, OUT_OF_SCOPE).metadata.laws).toContain('refusal.outOfScope')
    expect(expectAccepted({ ...sums, domains: { any: () => true } }, INCOMPLETE).metadata.laws).not.toContain('refusal.outOfScope')
  })

  it('is returned as a row that is accepted again unchanged', () => {
    for (const row of SEED_ROWS) expect(expectAccepted(sums, expectAccepted(sums, row))).toEqual(expectAccepted(sums, row))
  })

  it('receives the group and the measured difficulty of the same row in a dataset', () => {
    const sample = expectAccepted(sums, { ...ANSWERED, input: 'sum: 23 + 1\nends in: 4' })
    expect(sample.metadata.group).toBe(expectAccepted(sums, ANSWERED).metadata.group)
    expect(sample.metadata.measured_difficulty).toBe(2)
    expect(expectAccepted(sums, AT_EDGE).metadata.group).not.toBe(sample.metadata.group)
  })

  it('claims no topic that neither level nor text determines', () => {
    const { plain } = sums.topics
    const ofTwo = { ...sums, topics: { plain, other: { ...plain, edges: {} } } } as unknown as LevelSpec<never, number>
    for (const row of SEED_ROWS) {
      const sample = expectAccepted(ofTwo, row)
      expect(sample.metadata.topic).toBe('')
      expect(expectAccepted(ofTwo, sample)).toEqual(sample)
      const undecided = { ...ofTwo, topicOf: () => undefined as never }
      expect(expectAccepted(undecided, row).metadata.topic).toBe('')
    }
  })
})

describe('the form of a row', () => {
  const { input: _, ...withoutInput } = ANSWERED
  const throwing = Object.defineProperty({ ...ANSWERED }, 'input', {
    enumerable: true,
    get: () => {
      throw new Error('not to be read')
    },
  })
  const cyclic: Record<string, unknown> = { ...ANSWERED }
  cyclic.metadata = cyclic
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  class Row {
    readonly id = 'sums_000001'
  }
  it.each<[string, unknown, string]>([
    ['a missing key', withoutInput, 'input: a field | nothing |'],
    ['an undefined field', { ...ANSWERED, input: undefined }, 'input: string | undefined |'],
    ['an extra key', { ...ANSWERED, split: 'train' }, 'split: no such field | "train" |'],
    ['an extra key beside invalid metadata', { ...ANSWERED, split: 'train', metadata: null }, 'split: no such field | "train" |'],
    [
      'an extra key, and what a row has',
      { ...ANSWERED, split: 'train' },
      'split: no such field | "train" | a row has id, input, expected_output, category, difficulty, verified, verification_method, metadata',
    ],
    ['a key __proto__', `${LINE.slice(0, -1)},"__proto__":{"verified":true}}`, '__proto__: no such field | an object |'],
    ['a key constructor', { ...ANSWERED, constructor: 1 }, 'constructor: no such field | 1 |'],
    ['a key that is a symbol', { ...ANSWERED, [Symbol('id')]: 1 }, 'row: a plain object | an object with symbols as keys |'],
    ['a number for a text', { ...ANSWERED, expected_output: 24 }, 'expected_output: string | 24 |'],
    ['a text for a boolean', { ...ANSWERED, verified: 'true' }, 'verified: boolean | "true" |'],
    ['a String object for a text', { ...ANSWERED, expected_output: new String('24') }, 'expected_output: string | an object |'],
    ['null for a text', { ...ANSWERED, input: null }, 'input: string | null |'],
    ['an unknown category', { ...ANSWERED, category: 'toString' }, 'category: valid, edge_case, adversarial | "toString" |'],
    ['an unknown difficulty', { ...ANSWERED, difficulty: 'Easy' }, 'difficulty: easy, medium, hard | "Easy" |'],
    ['no metadata', { ...ANSWERED, metadata: null }, 'metadata: a plain object | null |'],
    ['a list of metadata', { ...ANSWERED, metadata: [] }, 'metadata: a plain object | an empty array |'],
    ['metadata with a prototype', { ...ANSWERED, metadata: new Map() }, 'metadata: a plain object | an object with a custom prototype |'],
    ['a part of the metadata', { ...ANSWERED, metadata: { topic: 'plain' } }, 'metadata.token: a field | nothing |'],
    ['a lone surrogate', { ...ANSWERED, input: 'sum: 1 + 23\ud800' }, 'input: well-formed text | a lone surrogate |'],
    ['a lone surrogate in JSON', LINE.replace('sum: 1', '\\udc00sum: 1'), 'input: well-formed text | a lone surrogate |'],
    ['a getter that throws', throwing, 'row: an object that can be read | not to be read |'],
    ['a proxy that throws', new Proxy({}, { ownKeys: () => [].at(0) as never }), 'row: an object that can be read |'],
    ['a proxy that is revoked', revoked.proxy, 'row: an object that can be read |'],
    ['an object within itself', cyclic, 'metadata.topic: a field | nothing |'],
    ['an object of a class', new Row(), 'row: a plain object | an object with a custom prototype |'],
    ['an object whose fields are inherited', Object.create(ANSWERED), 'row: a plain object | an object with a custom prototype |'],
    ['an array', [ANSWERED], 'row: a plain object | an array of 1 |'],
    ['null', null, 'row: a plain object | null |'],
    ['nothing', undefined, 'row: a plain object | undefined |'],
    ['a function', () => ANSWERED, 'row: a plain object | a function |'],
    ['an empty line', '', 'row: a line of JSON |'],
    ['a line that is no JSON', LINE.slice(0, -1), 'row: a line of JSON |'],
    ['two lines', `${LINE}\n${LINE}`, 'row: a line of JSON |'],
    ['a line of JSON in a line of JSON', JSON.stringify(LINE), 'row: a plain object |'],
    ['a byte order mark', `\ufeff${LINE}`, 'row: a line of JSON |'],
    ['a byte order mark in the input', { ...ANSWERED, input: `\ufeff${ANSWERED.input}` }, 'expected_output: a refusal: malformed'],
    ['NUL after the answer', { ...ANSWERED, expected_output: '24\u0000' }, 'expected_output: a text of the form'],
    ['a million characters', { ...ANSWERED, input: `sum: 1${' + 1'.repeat(250_000)}x` }, 'expected_output: a refusal: malformed'],
    ['a million digits', JSON.stringify({ ...ANSWERED, expected_output: '2'.repeat(1e6) }), 'expected_output: "'],
    ['a thousand brackets', '['.repeat(1_000) + ']'.repeat(1_000), 'row: a plain object | an array of 1 |'],
    ['the same key twice', LINE.replace('{', '{"input":"sum: 1 + 1",'), 'input: each key once | "input" twice |'],
    ['the same key in another spelling', LINE.replace('{', '{"\\u0069nput" : "sum: 1 + 1",'), 'input: each key once |'],
  ])('is rejected with path and reason: %s', (_, wrong, complaint) => {
    expectAccepted(sums, LINE)
    expect(problemSummaries(expectRejected(sums, wrong)).filter(one => one.startsWith(complaint))).toHaveLength(1)
  })

  it('is rejected for a repeated key in the metadata, with its path', () => {
    const line = JSON.stringify(expectAccepted(sums, ANSWERED))
    expect(expectRejected(sums, line.replace('"topic"', '"topic":"other","topic"'))[0]?.path).toBe('metadata.topic')
    expect(expectRejected(sums, line.replace('"laws":[', '"laws":[{"a":[{"b":1}],"a":2},'))[0]?.path).toBe('metadata.laws.a')
    for (const before of ['{"a":1}', '[1]', '{}']) {
      const found = expectRejected(sums, line.replace('"laws":[', `"laws":[${before},{"a":1,"a":2},`))
      expect(found.map(({ path }) => path)).toEqual(['metadata.laws.a'])
    }
  })

  it('is rejected for a lone surrogate in the metadata, with its path', () => {
    const { path, expected } =
      expectRejected(sums, withEdit(expectAccepted(sums, ANSWERED), 'metadata.laws', ['oracle.agrees', '\ud800']))[0] ?? {}
    expect([path, expected]).toEqual(['metadata.laws.1', 'well-formed text'])
  })

  it('may contain a key again in another object or inside a text', () => {
    const row = { ...expectAccepted(sums, ANSWERED) }
    const laws = ['token":', '{"id":1,"id":2}', '\\', 'id']
    expectAccepted(sums, JSON.stringify(withEdit(row, 'metadata.laws', laws)))
  })

  it.each([
    ['a list with holes', Object.assign([] as string[], { length: 2 }), 'metadata.laws.0: string | undefined |'],
    ['a list within itself', withItself(), 'metadata.laws.0: string | an array of 1 |'],
    ['a text', 'oracle.agrees', 'metadata.laws: '],
  ])('is rejected for laws that are %s', (_, laws, complaint) => {
    const sample = expectAccepted(sums, ANSWERED)
    const [first] = problemSummaries(expectRejected(sums, { ...sample, metadata: { ...sample.metadata, laws } }))
    expect(first?.startsWith(complaint)).toBe(true)
  })

  it('is read once: the returned value of a changing field is the judged value', () => {
    let reads = 0
    const changing = Object.defineProperty({ ...ANSWERED }, 'expected_output', {
      enumerable: true,
      get: () => (reads++ === 0 ? '24' : '25'),
    })
    expect(expectAccepted(sums, changing as unknown).expected_output).toBe('24')
  })

  it('may have no prototype', () => {
    expect(expectAccepted(sums, Object.assign(Object.create(null), ANSWERED))).toEqual(expectAccepted(sums, ANSWERED))
  })
})

describe('verifySample, for a level that cannot judge', () => {
  it.each<[string, string, unknown, string]>([
    [
      'a silent oracle',
      'oracle',
      (inputs: string[]) => inputs.map(() => cannotJudge('no tool')),
      'input: a text that the oracle can judge | no tool |',
    ],
    [
      'an oracle without verdicts',
      'oracle',
      () => [],
      'row: a text that the level can read and judge | the level threw: the oracle returned 0 verdicts for 1 text |',
    ],
    ['an oracle of null', 'oracle', () => null, 'row: a text that the level can read and judge |'],
    ['an oracle of promises', 'oracle', async () => [], 'row: a text that the level can read and judge |'],
    ['a verdict of another kind', 'oracle', () => [{ _tag: 'Perhaps' }], 'row: a text that the level can read and judge |'],
    [
      'a verdict without its predicate',
      'oracle',
      () => [{ _tag: 'Answer', canonical: 24 }],
      'row: a text that the level can read and judge |',
    ],
    [
      'a predicate that returns a promise',
      'oracle',
      () => [{ _tag: 'Answer', canonical: 24, equivalent: async () => false }],
      'expected_output: "24" |',
    ],
    [
      'an oracle whose answer does not parse',
      'question.parse',
      () => E.left({ at: 3, expected: 'a sign' }),
      'input: a sign at 3 | "sum: 1 + 23" | it cannot be read by the format of the level',
    ],
    [
      'an answer that prints differently than it was parsed',
      'answer.print',
      (sum: number) => `${sum}.0`,
      'expected_output: "24.0" | "24" | the level prints the same value like this',
    ],
    ['an oracle that throws', 'oracle', thrower, 'row: a text that the level can read and judge | the level threw: a bug |'],
    ['a format that throws', 'question.parse', thrower, 'row: a text that the level can read and judge | the level threw: a bug |'],
    ['a canonical form that throws', 'canonicalForm', thrower, 'row: a text that the level can read and judge | the level threw: a bug |'],
    ['a law that throws', 'laws', [{ name: 'sum.odd', check: thrower }], 'expected_output: sum.odd holds | it threw: a bug |'],
    [
      'a law that is violated',
      'laws',
      [{ name: 'sum.odd', check: () => ({ violated: 'even' }) }],
      'expected_output: sum.odd holds | even |',
    ],
    [
      'a law that discards',
      'laws',
      [{ name: 'sum.odd', check: () => ({ discard: 'even' }) }],
      'expected_output: laws that hold | discarded: even |',
    ],
  ])('accepts nothing and gives the reason: %s', (_, path, part, complaint) => {
    expectAccepted(sums, ANSWERED)
    const [first] = problemSummaries(expectRejected(withEdit(sums, path, part) as typeof sums, ANSWERED))
    expect(first?.startsWith(complaint), first).toBe(true)
  })

  it('passes an answered draft to the laws', () => {
    const read: unknown[] = []
    const check = (draft: unknown): 'holds' => {
      read.push(draft)
      return 'holds'
    }
    expectAccepted(withEdit(sums, 'laws', [{ name: 'sum.read', check }]) as typeof sums, ANSWERED)
    expect(read).toEqual([{ _tag: 'Answered', question: { terms: [1, 23], stated: false }, answer: 24 }])
  })

  it('accepts no trap if the predicate of an edge or a domain throws', () => {
    const edge = withEdit(sums, 'topics.plain.edges.zero.touches', thrower) as typeof sums
    expect(problemSummaries(expectRejected(edge, AT_EDGE))[0]).toContain('a bug')
    expectAccepted(edge, INCOMPLETE)
  })

  it('returns errors as data for an invalid level or invalid options', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (spec, options) => {
        expect(verifySample(spec as typeof sums, ANSWERED)._tag).toBe('Left')
        verifySample(sums, ANSWERED, options as never)
      }),
      { seed: 42, numRuns: 300 },
    )
  })
})

function withItself(): readonly unknown[] {
  const list: unknown[] = []
  list.push(list)
  return list
}

function thrower(): never {
  throw new Error('a bug')
}
