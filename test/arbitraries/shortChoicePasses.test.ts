import { describe, expect, it } from 'vitest'
import { condense, condenseList, cutAndFill, cutAndSpread, dropTwo, raiseRange } from '../../arbitraries/choicePasses'
import { candidates, edits, MAX_CHOICE, zeros, type Made } from './support/passEdits'

describe('passes over short sequences, at every place', () => {
  it('condense drops choices and increases another', () => {
    expect(candidates(condense(1, 1), [1, 2])).toEqual([[2], [3]])
    expect(candidates(condense(1, MAX_CHOICE), [1, 2])).toEqual([[MAX_CHOICE], [MAX_CHOICE]])
    expect(candidates(condense(2, 1), [1, 2, 3])).toEqual([[2], [4]])
    expect(candidates(condense(1, 1), zeros(16))).toHaveLength(16 * 15)
    expect(candidates(condense(1, 1), zeros(17))).toEqual([])
  })

  it('condenseList does so while a length decreases', () => {
    expect(candidates(condenseList(1), [1, 2, 3])).toEqual([
      [0, MAX_CHOICE],
      [0, MAX_CHOICE],
      [MAX_CHOICE, 1],
    ])
    expect(candidates(condenseList(1), [0, 2, 3])).toEqual([[MAX_CHOICE, 1]])
    expect(candidates(condenseList(2), [1, 2, 3, 4])).toEqual([
      [0, MAX_CHOICE],
      [0, MAX_CHOICE],
      [MAX_CHOICE, 1],
    ])
    const ones = (length: number): Made => zeros(length).map(() => 1)
    // A list, an item behind it to drop, and any third choice to increase.
    expect(candidates(condenseList(1), ones(10))).toHaveLength(45 * 8)
    expect(candidates(condenseList(1), ones(11))).toEqual([])
  })

  it('dropTwo drops two items of a list', () => {
    expect(candidates(dropTwo, [2, 1, 3])).toEqual([[0]])
    expect(candidates(dropTwo, [1, 1, 3])).toEqual([])
    expect(candidates(dropTwo, [3, 5, 6, 7])).toEqual([
      [1, 7],
      [1, 6],
      [1, 5],
      [3, 3],
    ])
    expect(candidates(dropTwo, zeros(10).with(0, 2))).toHaveLength(36)
    expect(candidates(dropTwo, zeros(11).with(0, 2))).toEqual([])
  })

  it('cutAndFill drops choices and inserts one 0', () => {
    expect(candidates(cutAndFill(2), [1, 2, 3])).toEqual([
      [0, 3],
      [3, 0],
      [0, 1],
      [1, 0],
    ])
    expect(candidates(cutAndFill(2), zeros(16))).toHaveLength(15 * 15)
    expect(candidates(cutAndFill(2), zeros(17))).toEqual([])
  })

  it('cutAndSpread drops choices and inserts a 0 before each of the following ones', () => {
    expect(candidates(cutAndSpread(2), [1, 2, 3, 4])).toEqual([
      [0, 3, 0, 4],
      [3, 0, 4],
      [3, 4],
      [0, 1, 0, 4],
      [1, 0, 4],
      [1, 4],
      [0, 1, 0, 2],
      [1, 0, 2],
      [1, 2],
    ])
    expect(candidates(cutAndSpread(2), zeros(16))).toHaveLength(15 * 15)
    expect(candidates(cutAndSpread(2), zeros(17))).toEqual([])
  })

  it('raiseRange decreases one choice and sets a run of others to the maximum', () => {
    expect(edits(raiseRange, [2, 1])).toEqual([
      [2, [1, MAX_CHOICE]],
      [1, [MAX_CHOICE, 0]],
    ])
    expect(edits(raiseRange, [5, 6, 7], 3).slice(0, 3)).toEqual([
      [5, [2, MAX_CHOICE, 7]],
      [5, [2, MAX_CHOICE, MAX_CHOICE]],
      [5, [2, MAX_CHOICE, MAX_CHOICE]],
    ])
    expect(edits(raiseRange, zeros(10))).toHaveLength(10 * 45)
    expect(edits(raiseRange, zeros(11))).toEqual([])
  })
})
