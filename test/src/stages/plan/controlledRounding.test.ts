import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { around, type Block, ceilingOf, controlledRounding, floorOf, type Margin } from '../../../../src/stages/plan/controlledRounding'

const blockOf = (total: number, ...cells: readonly number[]): Block => ({ cells, total })
const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)

describe('around', () => {
  it('returns the floor and the ceiling of a share, or the share itself up to a millionth', () => {
    expect(around(2.5)).toEqual({ least: 2, most: 3 })
    expect(around(2)).toEqual({ least: 2, most: 2 })
    expect(around(0.1 + 0.2 + 0.7)).toEqual({ least: 1, most: 1 })
    expect(around(2 - 1e-9)).toEqual({ least: 2, most: 2 })
    expect(around(2 + 1e-9)).toEqual({ least: 2, most: 2 })
    expect([floorOf(2.999), ceilingOf(2.001)]).toEqual([2, 3])
  })
})

describe('controlledRounding without margins', () => {
  it('rounds the running sum of a block, so that halves alternate', () => {
    expect(controlledRounding([0.5, 0.5, 0.5, 0.5], [blockOf(2, 0, 1, 2, 3)], []).counts).toEqual([1, 0, 1, 0])
    expect(controlledRounding([1.25, 1.25, 1.25, 1.25], [blockOf(5, 0, 1, 2, 3)], []).counts).toEqual([1, 2, 1, 1])
  })

  it('adds an excess of the total to the first cells, and subtracts a deficit from the first', () => {
    expect(controlledRounding([1.25, 1.25, 1.25], [blockOf(4, 0, 1, 2)], []).counts).toEqual([1, 2, 1])
    expect(controlledRounding([1.25, 1.25, 1.25], [blockOf(5, 0, 1, 2)], []).counts).toEqual([2, 2, 1])
    expect(controlledRounding([1.25, 1.25, 1.25], [blockOf(3, 0, 1, 2)], []).counts).toEqual([1, 1, 1])
  })

  it('keeps the total of every block', () => {
    const { counts } = controlledRounding([0.5, 2.5, 0.5, 2.5], [blockOf(1, 0, 2), blockOf(6, 1, 3)], [])
    expect([sum([counts[0] as number, counts[2] as number]), sum([counts[1] as number, counts[3] as number])]).toEqual([1, 6])
  })
})

describe('controlledRounding with margins', () => {
  it('moves a unit inside a block to satisfy a margin', () => {
    const margins: Margin[] = [{ name: 'last', cells: [3], least: 1, most: 1 }]
    const { counts, broken } = controlledRounding([0.5, 0.5, 0.5, 0.5], [blockOf(2, 0, 1, 2, 3)], margins)
    expect([counts[3], sum(counts), broken]).toEqual([1, 2, []])
  })

  it('never moves a unit between blocks', () => {
    const margins: Margin[] = [{ name: 'first block', cells: [0, 1], least: 2, most: 2 }]
    const { counts, broken } = controlledRounding([0.5, 0.5, 0.5, 0.5], [blockOf(1, 0, 1), blockOf(1, 2, 3)], margins)
    expect([sum(counts.slice(0, 2)), sum(counts.slice(2)), broken]).toEqual([1, 1, ['first block']])
  })

  it('never moves a cell beyond the integers next to its share', () => {
    const margins: Margin[] = [{ name: 'more', cells: [0], least: 3, most: 3 }]
    const { counts, broken } = controlledRounding([1.5, 1.5], [blockOf(3, 0, 1)], margins)
    expect([counts[0], broken]).toEqual([2, ['more']])
  })

  it('names margins above and below their bounds, and none at their bounds', () => {
    const margins: Margin[] = [
      { name: 'too few', cells: [0, 1], least: 4, most: 9 },
      { name: 'too many', cells: [0, 1], least: 0, most: 2 },
      { name: 'at the least', cells: [0, 1], least: 3, most: 9 },
      { name: 'at the most', cells: [0, 1], least: 0, most: 3 },
    ]
    expect(controlledRounding([1.5, 1.5], [blockOf(3, 0, 1)], margins).broken).toEqual(['too few', 'too many'])
  })

  it('counts by sign, so that a margin can bound the difference of two cells', () => {
    const margins: Margin[] = [{ name: 'second ahead', cells: [0, 1], signs: [-1, 1], least: 1, most: 1 }]
    const { counts, broken } = controlledRounding([1.5, 1.5], [blockOf(3, 0, 1)], margins)
    expect([counts, broken]).toEqual([[1, 2], []])
  })

  // One of the two must be violated: the lighter one.
  it('violates the lighter of two contradictory margins, in either order', () => {
    const first: Margin = { name: 'first', cells: [0], least: 1, most: 1 }
    const second: Margin = { name: 'second', cells: [1], least: 1, most: 1 }
    const brokenOf = (...margins: readonly Margin[]) => controlledRounding([0.5, 0.5], [blockOf(1, 0, 1)], margins).broken
    expect(brokenOf({ ...first, weight: 5 }, second)).toEqual(['second'])
    expect(brokenOf(first, { ...second, weight: 5 })).toEqual(['first'])
    expect(brokenOf({ ...second, weight: 5 }, first)).toEqual(['first'])
    expect(brokenOf(second, { ...first, weight: 5 })).toEqual(['second'])
  })

  // Both pairs must change together: each move alone leaves one of the margins as far off as before.
  it('passes through tables that are no better to reach a better one', () => {
    const margins: Margin[] = [
      { name: 'rows 0 and 4', cells: [0, 4], least: 2, most: 2 },
      { name: 'rows 1 and 5', cells: [1, 5], least: 0, most: 0 },
      { name: 'rows 2 and 6', cells: [2, 6], least: 0, most: 0 },
      { name: 'rows 3 and 7', cells: [3, 7], least: 2, most: 2 },
    ]
    const shares = Array.from({ length: 8 }, () => 0.5)
    const { counts, broken } = controlledRounding(shares, [blockOf(2, 0, 1, 2, 3), blockOf(2, 4, 5, 6, 7)], margins)
    expect([counts, broken]).toEqual([[1, 0, 0, 1, 1, 0, 0, 1], []])
  })

  /** Returns all ways to give `total` ones to some of the cells. */
  const choices = (cells: number, total: number): readonly (readonly number[])[] => {
    if (cells === 0) return total === 0 ? [[]] : []
    return [0, 1].flatMap(one => (one > total ? [] : choices(cells - 1, total - one).map(rest => [one, ...rest])))
  }

  it('finds a table that satisfies all margins if one exists, for all tables of halves', () => {
    const cells = fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 })
    const margin = fc.record({ cells, least: fc.nat(3), more: fc.nat(1), flipped: fc.boolean() })
    fc.assert(
      fc.property(fc.array(margin, { minLength: 1, maxLength: 4 }), fc.nat(4), fc.nat(4), (parts, first, second) => {
        const margins = parts.map(
          ({ cells: members, least, more, flipped }, index): Margin => ({
            name: String(index),
            cells: members,
            least,
            most: least + more,
            ...(flipped ? { signs: members.map((_, place) => (place === 0 ? -1 : 1)) } : {}),
          }),
        )
        const sumOf = (one: Margin, table: readonly number[]): number =>
          one.cells.reduce((all, cell, place) => all + (one.signs?.[place] ?? 1) * (table[cell] as number), 0)
        const keeps = (table: readonly number[]): boolean =>
          margins.every(one => sumOf(one, table) >= one.least && sumOf(one, table) <= one.most)
        const tables = choices(4, first).flatMap(one => choices(4, second).map(other => [...one, ...other]))
        const blocks = [blockOf(first, 0, 1, 2, 3), blockOf(second, 4, 5, 6, 7)]
        const { counts, broken } = controlledRounding(
          Array.from({ length: 8 }, () => 0.5),
          blocks,
          margins,
        )
        expect([sum(counts.slice(0, 4)), sum(counts.slice(4))]).toEqual([first, second])
        expect(broken.length === 0).toBe(tables.some(keeps))
        expect(broken).toEqual(
          margins.filter(one => sumOf(one, counts) < one.least || sumOf(one, counts) > one.most).map(({ name }) => name),
        )
      }),
      { seed: 1, numRuns: 80 },
    )
  })
})
