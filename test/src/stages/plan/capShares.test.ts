import { describe, expect, it } from 'vitest'
import { edgeCell } from '../../../../src/model/cell'
import { capShares } from '../../../../src/stages/plan/capShares'
import { sharesByName, valid } from './support/shares'

describe('capShares', () => {
  it('converts shares into rows and changes no cell that has room', () => {
    const { shares, capacityAdjustments: moved, overfull } = capShares([valid('a', 'easy', 0.25, 20), valid('b', 'easy', 0.75)], 80)
    expect(sharesByName(shares)).toEqual({ 'valid.a.easy': 20, 'valid.b.easy': 60 })
    expect([moved, overfull]).toEqual([[], []])
  })

  it('moves the excess within the difficulty in proportion to the shares', () => {
    const parts = [valid('a', 'easy', 0.3, 10), valid('b', 'easy', 0.1), valid('c', 'easy', 0.3), valid('a', 'hard', 0.3)]
    const { shares, capacityAdjustments: moved } = capShares(parts, 100)
    expect(sharesByName(shares)).toEqual({ 'valid.a.easy': 10, 'valid.b.easy': 15, 'valid.c.easy': 45, 'valid.a.hard': 30 })
    expect(moved).toEqual([{ cell: 'valid.a.easy', plannedRows: 30, capacity: 10 }])
  })

  it('fills a neighbour only up to its capacity and gives the rest to others of the difficulty', () => {
    const parts = [valid('a', 'easy', 0.3, 10), valid('b', 'easy', 0.3, 32), valid('c', 'easy', 0.3), valid('a', 'hard', 0.1)]
    const { shares, capacityAdjustments: moved } = capShares(parts, 100)
    expect(sharesByName(shares)).toEqual({ 'valid.a.easy': 10, 'valid.b.easy': 32, 'valid.c.easy': 48, 'valid.a.hard': 10 })
    expect(moved).toEqual([{ cell: 'valid.a.easy', plannedRows: 30, capacity: 10 }])
  })

  it('divides evenly among neighbours without shares', () => {
    const parts = [valid('a', 'easy', 1, 10), valid('b', 'easy', 0), valid('c', 'easy', 0)]
    expect(sharesByName(capShares(parts, 30).shares)).toEqual({ 'valid.a.easy': 10, 'valid.b.easy': 10, 'valid.c.easy': 10 })
  })

  it('moves to other difficulties if the own one is full', () => {
    const parts = [valid('a', 'easy', 0.4, 10), valid('a', 'medium', 0.2), valid('a', 'hard', 0.4)]
    expect(sharesByName(capShares(parts, 100).shares)).toEqual({ 'valid.a.easy': 10, 'valid.a.medium': 30, 'valid.a.hard': 60 })
  })

  it('never moves to another category: it reports what finds no room and the existing capacity', () => {
    const edge = { cell: edgeCell('a', 'zero', 'easy'), share: 0.5, capacity: 12.5 }
    const { shares, overfull } = capShares([valid('a', 'easy', 0.5), edge], 101)
    expect(sharesByName(shares)).toEqual({ 'valid.a.easy': 50.5, 'edge_case.a.zero.easy': 12.5 })
    expect(overfull).toEqual([{ category: 'edge_case', wanted: 51, capacity: 12, rows: 25 }])
  })

  it('fills exactly if capacity and share are equal in total', () => {
    const { overfull, capacityAdjustments: moved } = capShares([valid('a', 'easy', 0.6, 40), valid('a', 'hard', 0.4, 60)], 100)
    expect(overfull).toEqual([])
    expect(moved.map(({ cell }) => cell)).toEqual(['valid.a.easy'])
  })
})
