import { describe, expect, it } from 'vitest'
import { knownLabels, labelsOf } from '../../../src/selection/labels'
import { chosenCells } from '../../../src/selection/chosenCells'
import { doubles } from '../../support/doubles'

describe('knownLabels', () => {
  it('returns the cells by kind, the edges, and the labels of the caller', () => {
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
})

describe('labelsOf', () => {
  it('returns the cell of a draft, the edges that it matches, and its labels of the caller', () => {
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

  it('leaves out an edge whose predicate throws', () => {
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
