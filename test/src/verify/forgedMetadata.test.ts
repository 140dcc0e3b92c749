import type { LevelSpec, Sample } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { built } from '../../support/built'
import { edited } from '../../support/edited'
import { smallSums } from '../../support/smallSums'
import { spellToken } from '../../../src/stages/draw/token'
import { accepted, AT_EDGE, complaints, INCOMPLETE, rejected } from '../../support/verified'

const rows: readonly Sample[] = built(sums, 42, { count: 60 }).samples
const first = (category: string): Sample => rows.find(row => row.category === category) as Sample
const [valid, atEdge, trap] = [first('valid'), first('edge_case'), first('adversarial')]
const another = rows.findLast(({ category }) => category === 'valid') as Sample
const other = built(sums, 43, { count: 60 }).samples
const { token } = valid.metadata
/** The address of the same draw as a counterexample would give it: of no row. */
const ofNoRow = spellToken(sums, 42, { name: token.split('~')[4] as string }, { slot: 0, attempt: 0 })

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
    ['a difficulty that is no number', valid, 'measured_difficulty', Number.NaN, 'metadata.measured_difficulty: Int | NaN |'],
    ['a broken difficulty', valid, 'measured_difficulty', 1.5, 'metadata.measured_difficulty: Int | 1.5 |'],
    ['a difficulty of -0', valid, 'measured_difficulty', -0, 'metadata.measured_difficulty: a safe integer | -0 |'],
    ['a difficulty as a text', valid, 'measured_difficulty', '2', 'metadata.measured_difficulty: Int | "2" |'],
    ['a difficulty as a bigint', valid, 'measured_difficulty', 2n, 'metadata.measured_difficulty: Int | 2n |'],
    ['a topic that there is not', valid, 'topic', 'products', 'metadata.topic: plain | "products" |'],
    ['no topic', valid, 'topic', '', 'metadata.topic: plain | "" |'],
    ['a topic that every object has', valid, 'topic', 'constructor', 'metadata.topic: plain | "constructor" |'],
    ['an edge of a row that is valid', valid, 'edge', 'zero', 'metadata.edge: none | zero | the category is valid'],
    ['no edge of a row at one', atEdge, 'edge', 'none', 'metadata.edge: an edge | none | the category is edge_case'],
    ['an edge that there is not', atEdge, 'edge', 'one', 'metadata.edge: an edge of the topic | "one" |'],
    ['an edge that every object has', atEdge, 'edge', 'toString', 'metadata.edge: an edge of the topic | "toString" |'],
    ['a type of refusal', valid, 'adversarial_type', 'malformed', 'metadata.adversarial_type: none | malformed |'],
    ["another row's token", valid, 'token', another.metadata.token, 'metadata.token: the digest '],
    ["a trap's token", valid, 'token', trap.metadata.token, 'metadata.token: the digest '],
    ['a token of a counterexample', valid, 'token', ofNoRow, `metadata.token: the digest ${token.split('~')[9]} | none |`],
    ['a token that is cut', valid, 'token', token.slice(0, -1), 'metadata.token: stamp~level~'],
    ['a token of another level', valid, 'token', token.replace('~sums~', '~small_sums~'), 'metadata.token.level: sums | small_sums |'],
    ['a token of another version', valid, 'token', token.replace('~2.0.0~', '~2.0.1~'), 'metadata.token.version: 2.0.0 | 2.0.1 |'],
    ['a token that no row has', valid, 'token', 'a~b', 'metadata.token: stamp~level~'],
  ])('is rejected with path and reason: %s', (_, sound, key, forged, complaint) => {
    accepted(sums, sound)
    const found = complaints(rejected(sums, edited(sound, `metadata.${key}`, forged)))
    expect(found.filter(one => one.startsWith(complaint))).toHaveLength(1)
  })

  it('belongs to this row only: it accepts no token of another seed', () => {
    const foreign = other.find(({ category }) => category === 'valid') as Sample
    expect(rejected(sums, edited(valid, 'metadata.token', foreign.metadata.token))[0]?.path).toBe('metadata.token')
    accepted(sums, edited(valid, 'metadata.token', ''))
  })

  it('names an edge that the question matches', () => {
    const row = edited(edited(valid, 'category', 'edge_case'), 'metadata.edge', 'zero')
    const [problem] = rejected(sums, row)
    expect(problem).toMatchObject({ path: 'metadata.edge', expected: 'a question at the edge zero', hint: 'edge.touches' })
  })
})

describe('an edge', () => {
  const zero = sums.topics.plain?.edges?.zero
  const one = { ...zero, touches: ({ terms }: { terms: readonly number[] }) => terms.includes(1) }

  it('is the one that the row names, not another of its topic', () => {
    const level = edited(sums, 'topics.plain.edges', { zero, one }) as typeof sums
    const untold = edited(atEdge, 'metadata.token', '')
    expect(accepted(level, untold).metadata.edge).toBe('zero')
    expect(rejected(level, edited(untold, 'metadata.edge', 'one'))).toMatchObject([
      { path: 'metadata.edge', expected: 'a question at the edge one', received: 'one that does not touch it' },
    ])
  })

  it('belongs to the topic that the text determines, not to another', () => {
    const { plain } = sums.topics
    const topics = { plain, other: { ...plain, edges: { one } } }
    const level = { ...sums, topics, topicOf: () => 'other' } as unknown as LevelSpec<never, number>
    expect(accepted(level, { ...AT_EDGE, input: 'sum: 1 + 6' }).metadata).toMatchObject({ topic: 'other', edge: 'one' })
    expect(rejected(level, AT_EDGE)).toMatchObject([{ path: 'category', expected: 'a question at an edge of its topic' }])
  })
})

describe('the metadata of a refused row', () => {
  it.each(['0123456789abcdef0', 'x0123456789abcdef', '0123456789abcde'])('has a group of 16 hexadecimal digits, not %s', group => {
    expect(complaints(rejected(sums, edited(trap, 'metadata.group', group)))).toEqual([
      `metadata.group: 16 hexadecimal digits | "${group}" | leave the metadata empty to have it computed`,
    ])
  })

  it('is reported once per field, even if its token contradicts it as well', () => {
    const paths = rejected(sums, edited(trap, 'metadata.topic', 'products')).map(({ path }) => path)
    expect(paths).toEqual(['metadata.topic'])
  })

  it('keeps fields that only the twin could confirm, if they are well formed', () => {
    const claims = edited(edited(trap, 'metadata.group', '0123456789abcdef'), 'metadata.measured_difficulty', 7)
    expect(accepted(sums, claims).metadata).toMatchObject({ group: '0123456789abcdef', measured_difficulty: 7 })
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
    accepted(sums, trap)
    expect(rejected(sums, edited(trap, `metadata.${key}`, forged)).map(problem => problem.path)).toEqual([path])
  })
})

describe('the token of a row', () => {
  it('determines the difficulty and the topic of its draw', () => {
    for (const row of rows.slice(0, 60)) {
      const other = row.difficulty === 'easy' ? 'hard' : 'easy'
      expect(rejected(sums, { ...row, difficulty: other })).toMatchObject([
        { path: 'difficulty', expected: row.difficulty, received: other },
      ])
    }
    const twice = { ...sums, topics: { plain: sums.topics.plain, again: sums.topics.plain } } as unknown as LevelSpec<never, number>
    accepted(twice, trap)
    expect(rejected(twice, edited(trap, 'metadata.topic', 'again'))).toMatchObject([{ path: 'metadata.topic', expected: 'plain' }])
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
    expect(complaints(rejected(sums, row)).filter(one => one.startsWith(complaint))).toHaveLength(1)
  })
})

describe('verifySample, for another level', () => {
  it('accepts both names or no name of two topics that no text distinguishes, and no other', () => {
    const { plain } = sums.topics
    const ofTwo = { ...sums, topics: { plain, other: plain } } as unknown as LevelSpec<never, number>
    const untold = edited(trap, 'metadata.token', '')
    for (const topic of ['plain', 'other', '']) accepted(ofTwo, edited(untold, 'metadata.topic', topic))
    expect(complaints(rejected(ofTwo, edited(untold, 'metadata.topic', 'products')))).toEqual([
      'metadata.topic: plain, other | "products" | the level has no other topics',
    ])
  })

  it('rejects a row by its id and its token, even if its answer would be right', () => {
    const renamed = { ...sums, name: 'more_sums' } as unknown as LevelSpec<never, number>
    expect(rejected(renamed, valid).map(({ path }) => path)).toEqual(['id', 'metadata.token.level'])
    for (const row of built(smallSums, 42, { count: 60 }).samples) {
      accepted(smallSums, row)
      expect(rejected(sums, row)[0]?.path).toBe('id')
    }
  })

  it('determines the topic from the text: a row of one topic is none of another', () => {
    const { plain } = sums.topics
    const topicOf = (input: string) => (input.includes('ends in') ? 'stated' : 'plain')
    const ofTwo = { ...sums, topics: { plain, stated: plain }, topicOf } as unknown as LevelSpec<never, number>
    const stated = rows.find(({ input, category }) => category === 'valid' && input.includes('ends in')) as Sample
    const [problem] = rejected(ofTwo, edited(stated, 'metadata.token', ''))
    expect(problem).toMatchObject({ path: 'metadata.topic', expected: 'stated', received: 'plain' })
    accepted(ofTwo, edited(edited(stated, 'metadata.topic', 'stated'), 'metadata.token', ''))
    expect(accepted(ofTwo, { ...stated, metadata: {} }).metadata.topic).toBe('stated')
  })
})
