import { describe, expect, it } from 'vitest'
import { edits, type Standing } from '../../arbitraries/choiceEdits'
import { lowering, PASSES } from '../../arbitraries/choicePasses'

const LOWERING = PASSES.indexOf(lowering)
const START: Standing = { pass: 0, place: 0 }
type Made = readonly number[]

/** What lowering makes of the choice at a place, in order, with the room that is left if it is taken. */
function lowered(made: Made, from: Standing, at = 0): readonly (readonly [number | undefined, number | undefined])[] {
  const all = [...edits(made, from)].filter(({ standing: { pass, place } }) => pass === LOWERING && place === at)
  return all.map(({ choices, standing }) => [choices[at], standing.room])
}
/** The places that a search comes by: those where an edit can be made. */
const visits = (made: Made, from: Standing): readonly string[] =>
  [...edits(made, from)].map(({ standing: { pass, place } }) => `${pass}.${place}`).filter((visit, index, all) => visit !== all[index - 1])

describe('a search for simpler choices', () => {
  it('tries the greatest step first, then half of it, and every one from eight down', () => {
    expect(lowered([100], START)).toEqual([
      [0, undefined],
      [50, 50],
      [75, 25],
      [88, 13],
      [94, 6],
      [95, 1],
      [96, 1],
      [97, 1],
      [98, 1],
      [99, 1],
    ])
    expect(lowered([8], START).map(([choice]) => choice)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(lowered([9], START).map(([choice]) => choice)).toEqual([0, 5, 6, 7, 8])
    expect(lowered([0], START)).toEqual([])
  })

  it('tries nothing beyond the least distance that failed where it stands', () => {
    const from = (room: number): Standing => ({ pass: LOWERING, place: 0, room })
    // Here once with the room that is left, and at last, when all else failed, in full.
    const inFull = lowered([30], START)
    expect(inFull.map(([choice]) => choice)).toEqual([0, 15, 23, 24, 25, 26, 27, 28, 29])
    expect(lowered([30], from(10))).toEqual([[25, 5], [26, 1], [27, 1], [28, 1], [29, 1], ...inFull])
    expect(lowered([30], from(8)).slice(0, 2)).toEqual([
      [23, 1],
      [24, 1],
    ])
    expect(lowered([30], from(1))).toEqual(inFull)
    // Choices may have become less on the way, and the room with them.
    expect(lowered([30], from(31)).slice(0, 2)).toEqual([
      [15, 16],
      [23, 8],
    ])
    expect(lowered([30], from(100)).slice(0, 2)).toEqual([
      [15, 85],
      [23, 8],
    ])
    expect(lowered([30, 30], from(10), 1)).toEqual(lowered([30, 30], START, 1))
    expect(lowered([30, 30], { pass: 0, place: 0, room: 10 }, 0)).toEqual(inFull)
  })

  it('comes by every pass and place, from where it stands to there again', () => {
    const made = [3, 1, 2, 5]
    const all = visits(made, START)
    const passes = new Set(all.map(visit => visit.split('.')[0]))
    expect(all.length).toBeGreaterThan(60)
    expect(passes.size).toBeGreaterThan(40)
    expect(new Set(all).size).toBe(all.length)
    for (const [index, visit] of all.entries()) {
      const [pass, place] = visit.split('.').map(Number) as [number, number]
      expect(visits(made, { pass, place })).toEqual([...all.slice(index), ...all.slice(0, index), visit])
    }
  })
})
