import type { LevelSpec, Sample } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { buildOrFail } from '../../support/buildOrFail'
import { withEdit } from '../../support/withEdit'
import { smallSums } from '../../support/smallSums'
import { spellToken } from '../../../src/stages/draw/token'
import { expectAccepted, AT_EDGE, problemSummaries, INCOMPLETE, expectRejected } from '../../support/expectVerified'

const rows: readonly Sample[] = buildOrFail(sums, 42, { count: 60 }).samples
const first = (category: string): Sample => rows.find(row => row.category === category) as Sample
const [valid, atEdge, trap] = [first('valid'), first('edge_case'), first('adversarial')]
const another = rows.findLast(({ category }) => category === 'valid') as Sample
const other = buildOrFail(sums, 43, { count: 60 }).samples
const { token } = valid.metadata
/** Token of the same address as of a counterexample: without a row. */
const tokenWithoutRow = spellToken(sums, 42, { name: token.split('~')[4] as string }, { slot: 0, attempt: 0 })

describe('the metadata of an answered row', () => {
  it.each<[string, Sample, string, unknown, string]>([
    ['a forged group', valid, 'group', '0123456789abcdef', `metadata.group: "${valid.metadata.group}" | "0123456789abcdef" |`],
    ["another row's group", valid, 'group', another.metadata.group, `metadata.group: "${valid.metadata.group}" | "`],
    ['no group', valid, 'group', '', 'metadata.group: 16 hexadecimal digits | "" |'],
    ['a group with a digit too many', valid, 'group', `${valid.metadata.group}0`, 'metadata.group: 16 hexadecimal digits |'],
    ['a group with a digit before it', valid, 'group', `0${valid.metadata.group}`, 'metadata.group: 16 hexadecimal digits |'],
    ['a group in capitals', valid, 'group', valid.metadata.group.toUpperCase(), 'metadata.group: 16 hexadecimal digits |'],
    ['a forged difficulty', valid, 'measured_difficulty', 99, `metadata.measured_difficulty: ${valid.metadata.measured_difficulty} | 99 |`],
    ['an infinite difficulty', valid, 'measured_difficulty', Number.POSITIVE_INFINITY, 'metadata.measured_difficulty: Int | Infinity |'],
    ['a difficulty that is not a number', valid, 'measured_difficulty', Number.NaN, 'metadata.measured_difficulty: Int | NaN |'],
    ['a broken difficulty', valid, 'measured_difficulty', 1.5, 'metadata.measured_difficulty: Int | 1.5 |'],
    ['a difficulty of -0', valid, 'measured_difficulty', -0, 'metadata.measured_difficulty: a safe integer | -0 |'],
    ['a difficulty as a text', valid, 'measured_difficulty', '2', 'metadata.measured_difficulty: Int | "2" |'],
    ['a difficulty as a bigint', valid, 'measured_difficulty', 2n, 'metadata.measured_difficulty: Int | 2n |'],
    ['an unknown topic', valid, 'topic', 'products', 'metadata.topic: plain | "products" |'],
    ['no topic', valid, 'topic', '', 'metadata.topic: plain | "" |'],
    ['a topic named like a property of every object', valid, 'topic', 'constructor', 'metadata.topic: plain | "constructor" |'],
    ['an edge of a row that is valid', valid, 'edge', 'zero', 'metadata.edge: none | zero | the category is valid'],
    ['no edge for an edge case', atEdge, 'edge', 'none', 'metadata.edge: an edge | none | the category is edge_case'],
    ['an unknown edge', atEdge, 'edge', 'one', 'metadata.edge: an edge of the topic | "one" |'],
    ['an edge named like a property of every object', atEdge, 'edge', 'toString', 'metadata.edge: an edge of the topic | "toString" |'],
    ['a type of refusal', valid, 'adversarial_type', 'malformed', 'metadata.adversarial_type: none | malformed |'],
    ["another row's token", valid, 'token', another.metadata.token, 'metadata.token: the digest '],
    ["a trap's token", valid, 'token', trap.metadata.token, 'metadata.token: the digest '],
    ['a token of a counterexample', valid, 'token', tokenWithoutRow, `metadata.token: the digest ${token.split('~')[9]} | none |`],
    ['a truncated token', valid, 'token', token.slice(0, -1), 'metadata.token: stamp~level~'],
    ['a token of another level', valid, 'token', token.replace('~sums~', '~small_sums~'), 'metadata.token.level: sums | small_sums |'],
    ['a token of another version', valid, 'token', token.replace('~2.0.0~', '~2.0.1~'), 'metadata.token.version: 2.0.0 | 2.0.1 |'],
    ['a token that no row has', valid, 'token', 'a~b', 'metadata.token: stamp~level~'],
  ])('is rejected with path and reason: %s', (_, sound, key, forged, complaint) => {
    expectAccepted(sums, sound)
    const found = problemSummaries(expectRejected(sums, withEdit(sound, `metadata.${key}`, forged)))
    expect(found.filter(one => one.startsWith(complaint))).toHaveLength(1)
  })

  it('belongs to this row only: it accepts no token of another seed', () => {
    const foreign = other.find(({ category }) => category === 'valid') as Sample
    expect(expectRejected(sums, withEdit(valid, 'metadata.token', foreign.metadata.token))[0]?.path).toBe('metadata.token')
    expectAccepted(sums, withEdit(valid, 'metadata.token', ''))
  })

  it('names an edge that the question matches', () => {
    const row = withEdit(withEdit(valid, 'category', 'edge_case'), 'metadata.edge', 'zero')
    const [problem] = expectRejected(sums, row)
    expect(problem).toMatchObject({ path: 'metadata.edge', expected: 'a question at the edge zero', hint: 'edge.touches' })
  })
})

describe('an edge', () => {
  const zero = sums.topics.plain?.edges?.zero
  const one = { ...zero, touches: ({ terms }: { terms: readonly number[] }) => terms.includes(1) }

  it('is the one that the row names, not another of its topic', () => {
    const level = withEdit(sums, 'topics.plain.edges', { zero, one }) as typeof sums
    const withoutToken = withEdit(atEdge, 'metadata.token', '')
    expect(expectAccepted(level, withoutToken).metadata.edge).toBe('zero')
    expect(expectRejected(level, withEdit(withoutToken, 'metadata.edge', 'one'))).toMatchObject([
      { path: 'metadata.edge', expected: 'a question at the edge one', received: 'one that does not touch it' },
    ])
  })

  it('belongs to the topic that the text determines, not to another', () => {
    const { plain } = sums.topics
    const topics = { plain, other: { ...plain, edges: { one } } }
    const level = { ...sums, topics, topicOf: () => 'other' } as unknown as LevelSpec<never, number>
    expect(expectAccepted(level, { ...AT_EDGE, input: 'sum: 1 + 6' }).metadata).toMatchObject({ topic: 'other', edge: 'one' })
    expect(expectRejected(level, AT_EDGE)).toMatchObject([{ path: 'category', expected: 'a question at an edge of its topic' }])
  })
})

describe('the metadata of a refused row', () => {
  it.each(['0123456789abcdef0', 'x0123456789abcdef', '0123456789abcde'])('has a group of 16 hexadecimal digits, not %s', group => {
    expect(problemSummaries(expectRejected(sums, withEdit(trap, 'metadata.group', group)))).toEqual([
      `metadata.group: 16 hexadecimal digits | "${group}" | leave the metadata empty to have it computed`,
    ])
  })

  it('is reported once per field, even if its token contradicts it as well', () => {
    const paths = expectRejected(sums, withEdit(trap, 'metadata.topic', 'products')).map(({ path }) => path)
    expect(paths).toEqual(['metadata.topic'])
  })

  it('keeps fields that only the twin could confirm, if they are well formed', () => {
    const claims = withEdit(withEdit(trap, 'metadata.group', '0123456789abcdef'), 'metadata.measured_difficulty', 7)
    expect(expectAccepted(sums, claims).metadata).toMatchObject({ group: '0123456789abcdef', measured_difficulty: 7 })
  })

  it.each([
    ['group', 'forged', 'metadata.group'],
    ['measured_difficulty', -0, 'metadata.measured_difficulty'],
    ['measured_difficulty', 1e300, 'metadata.measured_difficulty'],
    ['measured_difficulty', Number.NEGATIVE_INFINITY, 'metadata.measured_difficulty'],
    ['adversarial_type', 'ambiguous', 'metadata.adversarial_type'],
    ['adversarial_type', 'none', 'metadata.adversarial_type'],
    ['edge', 'zero', 'metadata.edge'],
    ['token', token, 'metadata.token'],
  ])('is rejected if it is malformed: %s %s', (key, forged, path) => {
    expectAccepted(sums, trap)
    expect(expectRejected(sums, withEdit(trap, `metadata.${key}`, forged)).map(problem => problem.path)).toEqual([path])
  })
})

describe('the token of a row', () => {
  it('determines the difficulty and the topic of its draw', () => {
    for (const row of rows.slice(0, 60)) {
      const other = row.difficulty === 'easy' ? 'hard' : 'easy'
      expect(expectRejected(sums, { ...row, difficulty: other })).toMatchObject([
        { path: 'difficulty', expected: row.difficulty, received: other },
      ])
    }
    const twice = { ...sums, topics: { plain: sums.topics.plain, again: sums.topics.plain } } as unknown as LevelSpec<never, number>
    expectAccepted(twice, trap)
    expect(expectRejected(twice, withEdit(trap, 'metadata.topic', 'again'))).toMatchObject([{ path: 'metadata.topic', expected: 'plain' }])
  })
})

describe('a claim that contradicts another field', () => {
  it.each<[string, object, string]>([
    ['no refusal', { ...INCOMPLETE, category: 'valid' }, 'category: adversarial | valid | the expected output is a refusal'],
    [
      'a refusal',
      { ...INCOMPLETE, expected_output: '24' },
      'category: valid or edge_case | adversarial | the expected output is no refusal',
    ],
    ['a longer name', { ...INCOMPLETE, id: 'sum_0000001' }, 'id: sums_ and at least six digits | "sum_0000001" |'],
    ['another name of that length', { ...INCOMPLETE, id: 'suma_000001' }, 'id: sums_ and at least six digits | "suma_000001" |'],
    ['more than digits', { ...INCOMPLETE, id: 'sums_a000001' }, 'id: sums_ and at least six digits | "sums_a000001" |'],
  ])('is reported with the reason: %s', (_, row, complaint) => {
    expect(problemSummaries(expectRejected(sums, row)).filter(one => one.startsWith(complaint))).toHaveLength(1)
  })
})

describe('verifySample, for another level', () => {
  it('accepts both names or no name of two topics that no text distinguishes, and no other', () => {
    const { plain } = sums.topics
    const ofTwo = { ...sums, topics: { plain, other: plain } } as unknown as LevelSpec<never, number>
    const withoutToken = withEdit(trap, 'metadata.token', '')
    for (const topic of ['plain', 'other', '']) expectAccepted(ofTwo, withEdit(withoutToken, 'metadata.topic', topic))
    expect(problemSummaries(expectRejected(ofTwo, withEdit(withoutToken, 'metadata.topic', 'products')))).toEqual([
      'metadata.topic: plain, other | "products" | the level has no other topics',
    ])
  })

  it('rejects a row by its id and its token, even if its answer would be right', () => {
    const renamed = { ...sums, name: 'more_sums' } as unknown as LevelSpec<never, number>
    expect(expectRejected(renamed, valid).map(({ path }) => path)).toEqual(['id', 'metadata.token.level'])
    for (const row of buildOrFail(smallSums, 42, { count: 60 }).samples) {
      expectAccepted(smallSums, row)
      expect(expectRejected(sums, row)[0]?.path).toBe('id')
    }
  })

  it('determines the topic from the text: a row of one topic is none of another', () => {
    const { plain } = sums.topics
    const topicOf = (input: string) => (input.includes('ends in') ? 'stated' : 'plain')
    const ofTwo = { ...sums, topics: { plain, stated: plain }, topicOf } as unknown as LevelSpec<never, number>
    const stated = rows.find(({ input, category }) => category === 'valid' && input.includes('ends in')) as Sample
    const [problem] = expectRejected(ofTwo, withEdit(stated, 'metadata.token', ''))
    expect(problem).toMatchObject({ path: 'metadata.topic', expected: 'stated', received: 'plain' })
    expectAccepted(ofTwo, withEdit(withEdit(stated, 'metadata.topic', 'stated'), 'metadata.token', ''))
    expect(expectAccepted(ofTwo, { ...stated, metadata: {} }).metadata.topic).toBe('stated')
  })
})
