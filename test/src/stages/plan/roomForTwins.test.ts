import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { edgeCell } from '../../../../src/model/cell'
import type { CellShare } from '../../../../src/stages/plan/cellShares'
import { roomForTwins } from '../../../../src/stages/plan/roomForTwins'
import { sharesByName, trap, valid } from './support/shares'

// Nine tenths of the valid rows of a topic and difficulty may be twins.

describe('roomForTwins', () => {
  it('changes nothing if there are enough twins', () => {
    const shares = [valid('a', 'easy', 10), trap('a', 'malformed', 'easy', 9)]
    expect(roomForTwins(shares)).toEqual({ shares, capacityAdjustments: [] })
  })

  it('moves the excess to the same type in another topic, and reports it', () => {
    const shares = [
      valid('a', 'easy', 10),
      valid('b', 'easy', 100),
      trap('a', 'malformed', 'easy', 12),
      trap('b', 'malformed', 'easy', 10),
      trap('b', 'incomplete', 'easy', 10),
    ]
    const { shares: given, capacityAdjustments: moved } = roomForTwins(shares)
    expect(sharesByName(given)).toEqual({
      'valid.a.easy': 10,
      'valid.b.easy': 100,
      'adversarial.a.malformed.easy': 9,
      'adversarial.b.malformed.easy': 13,
      'adversarial.b.incomplete.easy': 10,
    })
    expect(moved).toEqual([{ cell: 'adversarial.a.easy', plannedRows: 12, capacity: 9 }])
  })

  it('reduces all types of a full topic by one factor', () => {
    const shares = [
      valid('a', 'easy', 10),
      valid('b', 'easy', 100),
      trap('a', 'malformed', 'easy', 12),
      trap('a', 'incomplete', 'easy', 6),
      trap('b', 'malformed', 'easy', 10),
      trap('b', 'incomplete', 'easy', 10),
    ]
    expect(sharesByName(roomForTwins(shares).shares)).toMatchObject({
      'adversarial.a.malformed.easy': 6,
      'adversarial.a.incomplete.easy': 3,
      'adversarial.b.malformed.easy': 16,
      'adversarial.b.incomplete.easy': 13,
    })
  })

  it('divides among topics of the type by their remaining room', () => {
    const shares = [
      valid('a', 'easy', 10),
      valid('b', 'easy', 20),
      valid('c', 'easy', 50),
      trap('a', 'malformed', 'easy', 18),
      trap('b', 'malformed', 'easy', 8),
      trap('c', 'malformed', 'easy', 25),
    ]
    // Over: 18 - 9 = 9. Room: 18 - 8 = 10 and 45 - 25 = 20.
    expect(sharesByName(roomForTwins(shares).shares)).toMatchObject({
      'adversarial.a.malformed.easy': 9,
      'adversarial.b.malformed.easy': 11,
      'adversarial.c.malformed.easy': 31,
    })
  })

  it('uses another type if the same type has no room, and never another difficulty', () => {
    const shares = [
      valid('a', 'easy', 10),
      valid('b', 'easy', 100),
      valid('b', 'hard', 100),
      trap('a', 'malformed', 'easy', 12),
      trap('b', 'incomplete', 'easy', 10),
      trap('b', 'malformed', 'hard', 10),
    ]
    expect(sharesByName(roomForTwins(shares).shares)).toMatchObject({
      'adversarial.a.malformed.easy': 9,
      'adversarial.b.incomplete.easy': 13,
      'adversarial.b.malformed.hard': 10,
    })
  })

  it('gives nothing to a full topic', () => {
    const shares = [
      valid('a', 'easy', 10),
      valid('b', 'easy', 10),
      valid('c', 'easy', 100),
      trap('a', 'malformed', 'easy', 12),
      trap('b', 'malformed', 'easy', 9),
      trap('c', 'incomplete', 'easy', 1),
    ]
    expect(sharesByName(roomForTwins(shares).shares)).toMatchObject({
      'adversarial.a.malformed.easy': 9,
      'adversarial.b.malformed.easy': 9,
      'adversarial.c.incomplete.easy': 4,
    })
  })

  it('moves all traps of a topic without valid rows', () => {
    const shares = [valid('b', 'easy', 100), trap('a', 'malformed', 'easy', 12), trap('b', 'malformed', 'easy', 10)]
    const { shares: given, capacityAdjustments: moved } = roomForTwins(shares)
    expect(sharesByName(given)).toMatchObject({ 'adversarial.a.malformed.easy': 0, 'adversarial.b.malformed.easy': 22 })
    expect(moved).toEqual([{ cell: 'adversarial.a.easy', plannedRows: 12, capacity: 0 }])
  })

  it('uses no edge case as a twin', () => {
    const edge: CellShare = { cell: edgeCell('a', 'zero', 'easy'), share: 50, capacity: 50 }
    const shares = [
      valid('a', 'easy', 10),
      edge,
      valid('b', 'easy', 100),
      trap('a', 'malformed', 'easy', 12),
      trap('b', 'malformed', 'easy', 1),
    ]
    expect(sharesByName(roomForTwins(shares).shares)).toMatchObject({ 'edge_case.a.zero.easy': 50, 'adversarial.a.malformed.easy': 9 })
  })

  it('leaves enough twins everywhere and loses nothing if there is room at all', () => {
    const rows = fc.double({ min: 0, max: 40, noNaN: true })
    const places = fc.array(fc.record({ room: rows, malformed: rows, incomplete: rows }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(places, list => {
        const shares = list.flatMap(({ room, malformed, incomplete }, index) => [
          valid(`t${index}`, 'easy', room),
          trap(`t${index}`, 'malformed', 'easy', malformed),
          trap(`t${index}`, 'incomplete', 'easy', incomplete),
        ])
        const traps = list.reduce((sum, { malformed, incomplete }) => sum + malformed + incomplete, 0)
        fc.pre(traps < 0.85 * list.reduce((sum, { room }) => sum + room, 0))
        const given = sharesByName(roomForTwins(shares).shares)
        const at = (index: number) =>
          (given[`adversarial.t${index}.malformed.easy`] ?? 0) + (given[`adversarial.t${index}.incomplete.easy`] ?? 0)
        list.forEach(({ room }, index) => {
          expect(at(index)).toBeLessThanOrEqual(0.9 * room + 1e-5)
        })
        expect(Math.abs(list.reduce((sum, _, index) => sum + at(index), 0) - traps)).toBeLessThan(1e-4)
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
