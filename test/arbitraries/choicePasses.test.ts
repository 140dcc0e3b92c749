import { describe, expect, it } from 'vitest'
import {
  deleteAdjacent,
  dropColumn,
  hoist,
  trySmallestValues,
  lower,
  lowerColumn,
  lowerEquals,
  lowerTogether,
  prune,
  pruneBoth,
  redistribute,
  swap,
  swapNeighbours,
  trade,
} from '../../arbitraries/choicePasses'
import { candidates, edits, MAX_CHOICE, zeros } from './support/passEdits'

describe('passes over single choices', () => {
  it('deleteAdjacent leaves out choices, the later ones first', () => {
    expect(candidates(deleteAdjacent(2), [5, 6, 7])).toEqual([[5], [7]])
    expect(candidates(deleteAdjacent(1), [5, 6, 7])).toEqual([
      [5, 6],
      [5, 7],
      [6, 7],
    ])
    expect(candidates(deleteAdjacent(4), [5, 6, 7])).toEqual([])
  })

  it('lower decreases one choice, as far as 0', () => {
    expect(edits(lower, [0, 3])).toEqual([
      [0, [-1, 3]],
      [3, [0, 2]],
    ])
    expect(edits(lower, [9], 4)).toEqual([[9, [5]]])
  })

  it('lowerEquals decreases all equal choices together', () => {
    expect(edits(lowerEquals, [4, 4, 2, 4], 3)).toEqual([[4, [1, 1, 2, 1]]])
    expect(edits(lowerEquals, [1, 2, 3])).toEqual([])
  })

  it('trySmallestValues replaces one choice by the smallest values, fewer of them in longer sequences', () => {
    expect(candidates(trySmallestValues, [2, 0, 1])).toEqual([
      [0, 0, 1],
      [1, 0, 1],
      [2, 0, 0],
    ])
    expect(candidates(trySmallestValues, [1_000])).toEqual(Array.from({ length: 128 }, (_, value) => [value]))
    expect(candidates(trySmallestValues, [1_000, ...zeros(15)]).map(([value]) => value)).toEqual(
      Array.from({ length: 64 }, (_, value) => value),
    )
  })
})

describe('passes over pairs of choices', () => {
  it('lowerTogether decreases both by the same amount', () => {
    expect(edits(lowerTogether, [2, 0, 3])).toEqual([
      [0, [1, -1, 3]],
      [2, [1, 0, 2]],
    ])
    expect(edits(lowerTogether, [4, 7], 3)).toEqual([[4, [1, 4]]])
    expect(edits(lowerTogether, [7, 4], 3)).toEqual([[4, [4, 1]]])
  })

  it('redistribute moves an amount from the former to the latter', () => {
    expect(edits(redistribute, [7, 5, 0], 3)).toEqual([
      [7, [4, 8, 0]],
      [7, [4, 5, 3]],
      [5, [7, 2, 3]],
    ])
    expect(edits(trade, [7, 5], 3)).toEqual([[7, [4, MAX_CHOICE]]])
  })

  it('swap exchanges a choice with a smaller one behind it', () => {
    expect(candidates(swap, [5, 2, 7])).toEqual([[2, 5, 7]])
    expect(candidates(swap, [2, 2, 5])).toEqual([])
    expect(candidates(swap, [5, 7, 2])).toEqual([
      [2, 7, 5],
      [5, 2, 7],
    ])
  })

  it('redistribute reaches 24 places, fewer in long sequences, but always a neighbour', () => {
    const reachIn = (length: number): number => edits(redistribute, zeros(length).with(0, 1)).length
    expect([2, 8, 20, 40, 100, 150, 250].map(reachIn)).toEqual([1, 7, 10, 5, 2, 1, 1])
    // At most 200 places of pairs: a sequence of eight could reach a distance of 25 but is shorter than that.
    expect(redistribute.positionCount(8)).toBe(8 * 24)
    expect(redistribute.positionCount(40)).toBe(40 * 5)
    expect(edits(redistribute, zeros(40).with(30, 1))).toHaveLength(5)
    expect(edits(redistribute, zeros(40).with(37, 1))).toHaveLength(2)
  })
})

describe('passes over structures', () => {
  it('swapNeighbours exchanges neighbouring parts of several choices', () => {
    expect(candidates(swapNeighbours(1, 2), [1, 2, 3, 4])).toEqual([
      [2, 3, 1, 4],
      [1, 3, 4, 2],
    ])
    expect(candidates(swapNeighbours(2, 1), [1, 2, 3])).toEqual([[3, 1, 2]])
    expect(candidates(swapNeighbours(2, 2), [1, 2, 3])).toEqual([])
  })

  it('prune decreases a length and drops the items that belonged to it', () => {
    expect(edits(prune(2, 1), [1, 7, 8, 9])).toEqual([
      [1, [0, 9]],
      [7, [1, 6]],
    ])
    expect(edits(prune(1, 24), [2, 7, 8], 2)).toEqual([
      [2, [0, 8]],
      [2, [0, 7]],
      [7, [2, 5]],
    ])
    expect(edits(prune(1, 1), [64, 5])).toEqual([[64, [63]]])
    expect(edits(prune(1, 1), [65, 5])).toEqual([])
  })

  it('pruneBoth shortens two lists by their first items', () => {
    expect(candidates(pruneBoth(1), [1, 7, 1, 8])).toEqual([
      [0, 0],
      [0, 1, 7],
      [1, 6, 7],
    ])
    expect(candidates(pruneBoth(1), [1, 7, 0, 8])).toEqual([
      [0, 0, 7],
      [1, 6, 7],
    ])
    expect(candidates(pruneBoth(2), [2, 8, 9, 2, 7, 6, 5])).toContainEqual([1, 1, 5])
    expect(candidates(pruneBoth(1), [64, 0, 64, 0])).toEqual([[63, 63]])
    for (const made of [
      [65, 0, 1, 0],
      [1, 0, 65, 0],
    ])
      expect(candidates(pruneBoth(1), made)).toEqual([])
  })

  it('hoist replaces a tree by one of its branches', () => {
    expect(candidates(hoist(1, 1), [1, 2, 3])).toEqual([[3], [2], [1]])
    expect(candidates(hoist(2, 1), [1, 2, 3])).toEqual([[]])
    expect(candidates(hoist(1, 2), [1, 2, 3])).toEqual([[]])
    const reach = candidates(hoist(1, 1), zeros(16).with(0, 1)).length
    expect(reach).toBe(12)
  })

  it('lowerColumn decreases a column of a table; dropColumn drops it together with the width', () => {
    expect(edits(lowerColumn(2), [1, 5, 2, 6])).toEqual([
      [1, [0, 5, 1, 6]],
      [5, [1, 4, 2, 5]],
    ])
    expect(edits(lowerColumn(2), [4, 5, 0, 6, 3, 0], 2)).toEqual([
      [3, [2, 5, 0, 6, 1, 0]],
      [5, [4, 3, 0, 4, 3, 0]],
    ])
    expect(edits(lowerColumn(2), [0, 0, 2, 0, 3])).toEqual([[2, [0, 0, 1, 0, 2]]])
    expect(candidates(dropColumn(2), [2, 1, 2, 3, 4])).toEqual([
      [1, 2, 4],
      [1, 1, 3],
      [2, 0, 3],
    ])
    expect(candidates(dropColumn(2), [64, 0, 0, 0])).toEqual([[63, 0]])
    expect(candidates(dropColumn(2), [65, 0, 0, 0])).toEqual([])
  })
})
