import { describe, expect, it } from 'vitest'
import { adversarialCell, type Cell, edgeCell, validCell } from '../../../../src/model/cell'
import { categoryBlocks, cellMargins } from '../../../../src/stages/plan/cellMargins'

const CELLS: readonly Cell[] = [
  validCell('a', 'easy'),
  validCell('b', 'easy'),
  edgeCell('a', 'zero', 'hard'),
  adversarialCell('a', 'malformed', 'easy'),
  adversarialCell('b', 'incomplete', 'easy'),
  adversarialCell('b', 'malformed', 'hard'),
]
const SHARES = [5.5, 4.25, 3, 1.5, 2.5, 1]

describe('cellMargins', () => {
  const marginsNow = () => new Map(cellMargins(CELLS, SHARES).map(margin => [margin.name, margin]))

  it('bounds topics, difficulties and types by the integers next to their shares', () => {
    const margins = marginsNow()
    expect(margins.get('topic.a')).toEqual({ name: 'topic.a', cells: [0, 2, 3], least: 10, most: 10 })
    expect(margins.get('topic.b')).toEqual({ name: 'topic.b', cells: [1, 4, 5], least: 7, most: 8 })
    expect(margins.get('difficulty.easy')).toEqual({ name: 'difficulty.easy', cells: [0, 1, 3, 4], least: 13, most: 14 })
    expect(margins.get('difficulty.hard')).toEqual({ name: 'difficulty.hard', cells: [2, 5], least: 4, most: 4 })
    expect(margins.get('type.malformed')).toEqual({ name: 'type.malformed', cells: [3, 5], least: 2, most: 3 })
    expect(margins.get('type.incomplete')).toEqual({ name: 'type.incomplete', cells: [4], least: 2, most: 3 })
  })

  it('bounds the traps of a topic and difficulty by its valid rows, with the greatest weight', () => {
    const margins = marginsNow()
    const more = { least: 0, most: Number.POSITIVE_INFINITY, weight: 5 }
    expect(margins.get('twins.a.easy')).toEqual({ name: 'twins.a.easy', cells: [0, 3], signs: [1, -1], ...more })
    expect(margins.get('twins.b.easy')).toEqual({ name: 'twins.b.easy', cells: [1, 4], signs: [1, -1], ...more })
    expect(margins.get('twins.b.hard')).toEqual({ name: 'twins.b.hard', cells: [5], signs: [-1], ...more })
  })

  it('returns no other margins', () => {
    expect(marginsNow().size).toBe(9)
  })
})

describe('categoryBlocks', () => {
  it('returns the cells of each category and the rows planned for it', () => {
    expect(categoryBlocks(CELLS, { valid: 10, edge_case: 3, adversarial: 5 })).toEqual([
      { cells: [0, 1], total: 10 },
      { cells: [2], total: 3 },
      { cells: [3, 4, 5], total: 5 },
    ])
  })
})
