import { checkLevel, type LevelSpec, type Problem } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { chosenCells } from '../../../src/selection/chosenCells'
import { doubles } from '../../support/doubles'

const problemsOf = (spec: unknown, options: object): readonly Problem[] => {
  const checked = checkLevel(spec as typeof doubles, options)
  return checked._tag === 'Left' && checked.left._tag === 'CheckError' ? checked.left.problems : []
}

describe('selectionProblems', () => {
  const names = (options: object): readonly string[] =>
    chosenCells(sums as unknown as LevelSpec<never, number>, options).map(({ name }) => name)

  it('accepts a selection that matches cells', () => {
    expect(names({ category: 'valid' })).toEqual(['valid.plain.easy', 'valid.plain.medium', 'valid.plain.hard'])
    expect(names({ edge: 'zero', difficulty: 'easy' })).toEqual(['edge_case.plain.zero.easy'])
    expect(names({ edge: 'plain.zero', difficulty: 'easy' })).toEqual(['edge_case.plain.zero.easy'])
    expect(names({ adversarialType: 'incomplete', difficulty: 'hard' })).toEqual(['adversarial.plain.incomplete.hard'])
    expect(names({ topic: 'plain' })).toHaveLength(names({}).length)
    expect(names({ topic: 'other' })).toEqual([])
    expect(names({ edge: 'other.zero' })).toEqual([])
  })

  it('reports a selection without cells, with at most eight existing cells', () => {
    expect(problemsOf(doubles, { edge: 'seven', category: 'valid' })).toEqual([
      {
        _tag: 'InvalidOption',
        path: 'options',
        expected:
          'options that match one of the cells valid.double.easy, valid.double.medium, valid.double.hard, edge_case.double.round.easy, ' +
          'adversarial.double.malformed.easy, adversarial.double.malformed.medium, adversarial.double.malformed.hard',
        received: 'category valid, edge seven',
        hint: 'no cell of the level matches all of these options',
      },
    ])
    expect(problemsOf(sums, { edge: 'seven', topic: 'plain' })).toMatchObject([
      { expected: expect.stringMatching(/^options that match one of the cells (\S+, ){8}…$/), received: 'topic plain, edge seven' },
    ])
  })

  it('lists the cells of the selected topic if it has others', () => {
    const { plain } = sums.topics
    const ofTwo = { ...sums, topics: { plain, other: plain } } as unknown as LevelSpec<never, number>
    const [problem] = problemsOf(ofTwo, { topic: 'other', edge: 'seven' })
    expect(problem?.expected).toMatch(/^options that match one of the cells (\w+\.other\.\S+, ){8}…$/)
  })

  it('reports a label that nothing counts, with a hint', () => {
    expect(problemsOf(doubles, { category: 'valid', cover: { odd: 0.1 }, classify: { even: () => true } })).toEqual([
      {
        _tag: 'InvalidOption',
        path: 'options.cover.odd',
        expected: 'category.valid, topic.double, difficulty.easy, difficulty.medium, difficulty.hard, edge.double.round or even',
        received: '"odd"',
        hint: 'declare your own labels with classify',
      },
    ])
  })
})
