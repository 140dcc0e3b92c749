import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { controlledRounding, type Margin } from '../../../../src/stages/plan/controlledRounding'
import { largestRemainder } from '../../../../src/stages/plan/largestRemainder'
import { distributeEvenly } from '../../../../src/stages/plan/distributeEvenly'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
const weights = fc.array(fc.double({ min: 0.001, max: 1_000, noNaN: true }), { minLength: 1, maxLength: 12 })

describe('largestRemainder', () => {
  it('adds up, and is within one of every share', () => {
    fc.assert(
      fc.property(fc.nat(100_000), weights, (count, list) => {
        const parts = largestRemainder(count, list)
        expect(sum(parts)).toBe(count)
        parts.forEach((part, index) => {
          expect(Math.abs(part - (count * (list[index] as number)) / sum(list))).toBeLessThan(1)
        })
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it('gives whole shares exactly, and ties to the first', () => {
    expect(largestRemainder(10, [5, 3, 2])).toEqual([5, 3, 2])
    expect(largestRemainder(1, [1, 1, 1])).toEqual([1, 0, 0])
    expect(largestRemainder(0, [1, 2])).toEqual([0, 0])
    expect(largestRemainder(3, [0, 1])).toEqual([0, 3])
  })
})

describe('spread', () => {
  const quotas = fc.array(fc.nat(60), { minLength: 1, maxLength: 4 })

  it('places each kind as often as its quota', () => {
    fc.assert(
      fc.property(quotas, list => {
        const sequence = distributeEvenly(list)
        list.forEach((quota, kind) => {
          expect(sequence.filter(one => one === kind).length).toBe(quota)
        })
        expect(sequence.length).toBe(sum(list))
      }),
      { seed: 1, numRuns: 500 },
    )
  })

  it('stays near each share at every position', () => {
    fc.assert(
      fc.property(quotas, list => {
        const sequence = distributeEvenly(list)
        const given = list.map(() => 0)
        sequence.forEach((kind, place) => {
          given[kind] = (given[kind] as number) + 1
          list.forEach((quota, one) => {
            expect(Math.abs((given[one] as number) - (quota * (place + 1)) / sequence.length)).toBeLessThan(2)
          })
        })
      }),
      { seed: 2, numRuns: 200 },
    )
  })

  it('mixes kinds instead of placing them in sequence', () => {
    expect([...distributeEvenly([4, 2])]).toEqual([0, 1, 0, 0, 1, 0])
    expect([...distributeEvenly([1, 1, 1])]).toEqual([0, 1, 2])
  })
})

describe('controlledRounding', () => {
  it('rounds tables of rows and columns within one, including the sums', () => {
    const tables = fc.integer({ min: 1, max: 8 }).chain(columns =>
      fc.array(fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 8,
      }),
    )
    fc.assert(
      fc.property(tables, table => {
        const width = (table[0] as number[]).length
        const shares = table.flat()
        const all = shares.map((_, index) => index)
        const columns = (table[0] as number[]).map((_, column) => all.filter(index => index % width === column))
        const rows = table.map((_, row) => all.slice(row * width, (row + 1) * width))
        const margins: Margin[] = [...rows, ...columns].map((cells, index) => {
          const share = sum(cells.map(cell => shares[cell] as number))
          return { name: String(index), cells, least: Math.floor(share), most: Math.ceil(share) }
        })
        const { counts, broken } = controlledRounding(shares, [{ cells: all, total: Math.round(sum(shares)) }], margins)
        expect(broken).toEqual([])
        expect(sum(counts)).toBe(Math.round(sum(shares)))
        counts.forEach((count, index) => {
          expect(Math.abs(count - (shares[index] as number))).toBeLessThanOrEqual(1)
        })
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  it('names the margins that no table can satisfy', () => {
    const impossible: Margin = { name: 'too much', cells: [0, 1], least: 5, most: 5 }
    expect(controlledRounding([1.5, 1.5], [{ cells: [0, 1], total: 3 }], [impossible]).broken).toEqual(['too much'])
  })
})
