import { checkLevel, type LevelSpec, type Problem } from 'genesis-datasets'
import { sums } from '../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { chosenCells } from '../../../src/selection/chosenCells'
import { doubles } from '../../support/doubles'

const problemsOf = (spec: unknown, options: object): readonly Problem[] => {
  const checked = checkLevel(spec as typeof doubles, options)
  return checked._tag === 'Left' && checked.left._tag === 'CheckError' ? checked.left.problems : []
}

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
