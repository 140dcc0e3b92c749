import { checkLevel, type LevelSpec, type Problem } from 'genesis-datasets'
import { sums } from 'genesis-datasets/levels'
import { describe, expect, it } from 'vitest'
import { coverageOf, coverageProblem, decide } from '../../src/check/coverage'
import { knownLabels, labelsOf } from '../../src/check/labels'
import { chosenCells } from '../../src/check/levelTargets'
import { RunTally } from '../../src/check/tallyRun'
import { doubles } from './support/doubles'

const problemsOf = (spec: unknown, options: object): readonly Problem[] => {
  const checked = checkLevel(spec as typeof doubles, options)
  return checked._tag === 'Left' && checked.left._tag === 'CheckError' ? checked.left.problems : []
}

describe('the labels of a level', () => {
  it('are those of its cells by kind, its edges, and those of the caller', () => {
    const classify = { small: () => true }
    expect(knownLabels(doubles, chosenCells(doubles, {}), classify)).toEqual([
      'category.valid',
      'category.edge_case',
      'category.adversarial',
      'topic.double',
      'difficulty.easy',
      'difficulty.medium',
      'difficulty.hard',
      'type.malformed',
      'edge.double.round',
      'small',
    ])
    const easy = chosenCells(doubles, { category: 'valid', difficulty: 'easy' })
    expect(knownLabels(doubles, easy, undefined)).toEqual(['category.valid', 'topic.double', 'difficulty.easy', 'edge.double.round'])
  })

  it('that count a draft are those of its cell, the edges that it touches, and those of the caller', () => {
    const [valid] = chosenCells(doubles, { category: 'valid', difficulty: 'hard' })
    const [trap] = chosenCells(doubles, { category: 'adversarial', difficulty: 'easy' })
    if (valid === undefined || trap === undefined) throw new Error('no such cell')
    const answered = (question: number) => ({ _tag: 'Answered', question, answer: 2 * question }) as const
    const classify = { small: (draft: object) => 'question' in draft && draft.question === 7, any: () => true }
    expect(labelsOf(doubles, valid, answered(7), classify)).toEqual(['category.valid', 'topic.double', 'difficulty.hard', 'small', 'any'])
    expect(labelsOf(doubles, valid, answered(30), undefined)).toContain('edge.double.round')
    const refused = {
      _tag: 'Refused',
      twin: answered(30),
      trap: { type: 'malformed', input: 'double: ?30', witness: { at: 8 } },
    } as const
    expect(labelsOf(doubles, trap, refused, classify)).toEqual([
      'category.adversarial',
      'topic.double',
      'difficulty.easy',
      'type.malformed',
      'edge.double.round',
      'any',
    ])
  })

  it('are not those of an edge whose predicate throws', () => {
    const throwing = (): never => {
      throw new Error('not mine')
    }
    const round = { ...doubles.topics.double?.edges?.round, touches: throwing }
    const level = { ...doubles, topics: { double: { ...doubles.topics.double, edges: { round } } } } as unknown as typeof doubles
    const [valid] = chosenCells(level, { category: 'valid' })
    if (valid === undefined) throw new Error('no such cell')
    expect(labelsOf(level, valid, { _tag: 'Answered', question: 30, answer: 60 }, undefined)).not.toContain('edge.double.round')
  })
})

describe('a choice', () => {
  const names = (options: object): readonly string[] =>
    chosenCells(sums as unknown as LevelSpec<never, number>, options).map(({ name }) => name)

  it('leaves the cells that are all of it', () => {
    expect(names({ category: 'valid' })).toEqual(['valid.plain.easy', 'valid.plain.medium', 'valid.plain.hard'])
    expect(names({ edge: 'zero', difficulty: 'easy' })).toEqual(['edge_case.plain.zero.easy'])
    expect(names({ edge: 'plain.zero', difficulty: 'easy' })).toEqual(['edge_case.plain.zero.easy'])
    expect(names({ adversarialType: 'incomplete', difficulty: 'hard' })).toEqual(['adversarial.plain.incomplete.hard'])
    expect(names({ topic: 'plain' })).toHaveLength(names({}).length)
    expect(names({ topic: 'other' })).toEqual([])
    expect(names({ edge: 'other.zero' })).toEqual([])
  })

  it('that leaves none is told with what was chosen, and at most eight cells that there are', () => {
    expect(problemsOf(doubles, { edge: 'seven', category: 'valid' })).toEqual([
      {
        _tag: 'InvalidOption',
        path: 'options',
        expected:
          'a choice that leaves one of the cells valid.double.easy, valid.double.medium, valid.double.hard, edge_case.double.round.easy, ' +
          'adversarial.double.malformed.easy, adversarial.double.malformed.medium, adversarial.double.malformed.hard',
        received: 'category valid, edge seven',
        hint: 'no cell of the level is all of this',
      },
    ])
    expect(problemsOf(sums, { edge: 'seven', topic: 'plain' })).toMatchObject([
      { expected: expect.stringMatching(/^a choice that leaves one of the cells (\S+, ){8}…$/), received: 'topic plain, edge seven' },
    ])
  })

  it('of a topic that has other cells is told with the cells of that topic', () => {
    const { plain } = sums.topics
    const ofTwo = { ...sums, topics: { plain, other: plain } } as unknown as LevelSpec<never, number>
    const [problem] = problemsOf(ofTwo, { topic: 'other', edge: 'seven' })
    expect(problem?.expected).toMatch(/^a choice that leaves one of the cells (\w+\.other\.\S+, ){8}…$/)
  })

  it('of a label that nothing counts is told with what to do', () => {
    expect(problemsOf(doubles, { category: 'valid', cover: { odd: 0.1 }, classify: { even: () => true } })).toEqual([
      {
        _tag: 'InvalidOption',
        path: 'options.cover.odd',
        expected: 'category.valid, topic.double, difficulty.easy, difficulty.medium, difficulty.hard, edge.double.round or even',
        received: '"odd"',
        hint: 'declare a label of your own with classify',
      },
    ])
  })
})

describe('a share', () => {
  const coverage = (low: number, high: number) => ({ label: 'a', minimum: 0.1, share: 0.1, low, high, confidence: 0.99, runs: 9 })

  it('is missed only below its minimum, and reached from nine tenths of it on', () => {
    const half = (low: number, high: number) => decide({ ...coverage(low, high), minimum: 0.5 })
    expect(half(0.45, 0.6)).toBe('reached')
    expect(half(0.4499, 0.6)).toBe('undecided')
    expect(half(0.3, 0.5)).toBe('undecided')
    expect(half(0.3, 0.4999)).toBe('missed')
  })

  it('of no draws is none', () => {
    expect(coverageOf({ a: 0.5 }, {}, 0)).toEqual([
      { label: 'a', minimum: 0.5, share: 0, low: 0, high: 1, confidence: 0.999_999_999, runs: 0 },
    ])
    expect(coverageOf({ a: 0.5, b: 0.25 }, { b: 5 }, 20)).toMatchObject([
      { label: 'a', share: 0, low: 0, runs: 20 },
      { label: 'b', share: 0.25, runs: 20 },
    ])
  })

  it('that is missed, or not decided, is told with its interval', () => {
    expect(coverageProblem(coverage(0.05, 0.0999))).toEqual({
      _tag: 'NotCovered',
      path: 'a',
      expected: 'at least 10.00 % of the unbiased draws',
      received: '10.00 % of 9, the true share is from 5.00 % to 9.99 % (confidence 0.99)',
      hint: 'widen the arbitrary, or ask for less',
    })
    expect(coverageProblem(coverage(0.05, 0.5))).toMatchObject({
      received: '10.00 % of 9, the true share may be anything from 5.00 % to 50.00 % (confidence 0.99)',
      hint: 'it is not decided: give more runs',
    })
  })
})

describe('the tally of a run', () => {
  it('lists what it was told of, counts the rest, and has discards in the order of their reasons', () => {
    const tally = new RunTally(['law.one', 'law.two'], ['small', 'great'])
    tally.held(false, ['law.one'], ['small'])
    tally.held(true, ['law.one', 'law.three'], ['small', 'other'])
    tally.held(true, [], [])
    for (const reason of ['odd', 'a lot', 'odd']) tally.discarded(reason)
    const report = tally.report('level', '7', [])
    expect(report).toEqual({
      level: 'level',
      seed: '7',
      runs: 3,
      unbiased: 1,
      laws: { 'law.one': 2, 'law.two': 0, 'law.three': 1 },
      discards: { 'a lot': 1, odd: 2 },
      labels: { small: 1, great: 0 },
      labelsOfAll: { small: 2, great: 0, other: 1 },
      covered: [],
    })
    expect(Object.keys(report.discards)).toEqual(['a lot', 'odd'])
  })
})
