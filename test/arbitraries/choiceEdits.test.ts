import { describe, expect, it } from 'vitest'
import { edits, type SearchState } from '../../arbitraries/choiceEdits'
import { lower, PASSES } from '../../arbitraries/choicePasses'

const LOWERING = PASSES.indexOf(lower)
const START: SearchState = { pass: 0, position: 0 }
type Made = readonly number[]

/** Returns what lowering tries for the choice at a place, in order, with the room that remains if an edit is taken. */
function lowered(made: Made, from: SearchState, at = 0): readonly (readonly [number | undefined, number | undefined])[] {
  const all = [...edits(made, from)].filter(({ state: { pass, position } }) => pass === LOWERING && position === at)
  return all.map(({ choices, state }) => [choices[at], state.failedStep])
}
/** Returns the places that a search visits: those where an edit is possible. */
const visits = (made: Made, from: SearchState): readonly string[] =>
  [...edits(made, from)]
    .map(({ state: { pass, position } }) => `${pass}.${position}`)
    .filter((visit, index, all) => visit !== all[index - 1])

describe('edits', () => {
  it('tries the largest step first, then halves it, and tries every step from eight down', () => {
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

  it('skips distances at least as large as the smallest failed one at its current place', () => {
    const from = (failedStep: number): SearchState => ({ pass: LOWERING, position: 0, failedStep })
    // Appears once with the remaining room and, after everything else has failed, once in full.
    const inFull = lowered([30], START)
    expect(inFull.map(([choice]) => choice)).toEqual([0, 15, 23, 24, 25, 26, 27, 28, 29])
    expect(lowered([30], from(10))).toEqual([[25, 5], [26, 1], [27, 1], [28, 1], [29, 1], ...inFull])
    expect(lowered([30], from(8)).slice(0, 2)).toEqual([
      [23, 1],
      [24, 1],
    ])
    expect(lowered([30], from(1))).toEqual(inFull)
    // The choices, and the room with them, may have decreased meanwhile.
    expect(lowered([30], from(31)).slice(0, 2)).toEqual([
      [15, 16],
      [23, 8],
    ])
    expect(lowered([30], from(100)).slice(0, 2)).toEqual([
      [15, 85],
      [23, 8],
    ])
    expect(lowered([30, 30], from(10), 1)).toEqual(lowered([30, 30], START, 1))
    expect(lowered([30, 30], { pass: 0, position: 0, failedStep: 10 }, 0)).toEqual(inFull)
  })

  it('visits every pass and place once, then returns to the start', () => {
    const made = [3, 1, 2, 5]
    const all = visits(made, START)
    const passes = new Set(all.map(visit => visit.split('.')[0]))
    expect(all.length).toBeGreaterThan(60)
    expect(passes.size).toBeGreaterThan(40)
    expect(new Set(all).size).toBe(all.length)
    for (const [index, visit] of all.entries()) {
      const [pass, position] = visit.split('.').map(Number) as [number, number]
      expect(visits(made, { pass, position })).toEqual([...all.slice(index), ...all.slice(0, index), visit])
    }
  })
})
