import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { readAddress, spellAddress } from '../../../../../src/reporters/page/browser/address'
import { ALL_ROWS, FILTER_NAMES, filterRows, searchable } from '../../../../../src/reporters/page/browser/choice'
import { pageRows } from '../../../../../src/reporters/page/rows/pageRows'
import { DATASET, splitSamplesOf } from '../support/pageInput'

const rows = pageRows(splitSamplesOf(DATASET))
const all = rows.map(searchable)

describe('the address of a choice', () => {
  it('contains the choice, whatever was searched', () => {
    const choice = fc.record({
      filters: fc.dictionary(fc.constantFrom(...FILTER_NAMES), fc.string({ unit: 'grapheme' }), { noNullPrototype: true }),
      text: fc.string({ unit: 'grapheme' }),
      page: fc.nat(500),
    })
    const row = fc.option(fc.constantFrom('level0_000017', 'my_own_1'), { nil: undefined })
    fc.assert(
      fc.property(row, choice, (id, chosen) => {
        expect(readAddress(spellAddress({ row: id, choice: chosen }))).toEqual({ row: id, choice: chosen })
      }),
      { seed: 42 },
    )
  })

  it.each([
    ['', { row: undefined, choice: ALL_ROWS }],
    ['#rows', { row: undefined, choice: ALL_ROWS }],
    ['#level0_000017', { row: 'level0_000017', choice: ALL_ROWS }],
    ['#rows?split=test&page=0', { row: undefined, choice: { ...ALL_ROWS, filters: { split: 'test' } } }],
    ['#rows?page=x&other=1', { row: undefined, choice: ALL_ROWS }],
    ['#checks', undefined],
    ['#%', undefined],
  ])('is read from %s', (hash, address) => {
    expect(readAddress(hash)).toEqual(address)
  })

  it('is the id for a row', () => {
    expect(spellAddress({ row: 'level0_000017', choice: ALL_ROWS })).toBe('#level0_000017')
  })
})

describe('a choice', () => {
  it('leaves all rows if nothing is chosen', () => {
    expect(filterRows(all, ALL_ROWS)).toEqual(rows)
  })

  it('keeps the rows that match every chosen value', () => {
    const found = filterRows(all, { ...ALL_ROWS, filters: { split: 'train', type: 'malformed' } })
    expect(found).toEqual(rows.filter(({ split, adversarial_type }) => split === 'train' && adversarial_type === 'malformed'))
    expect(found.length).toBeGreaterThan(0)
  })

  it('finds texts in inputs, outputs and tokens, ignoring case', () => {
    const [row] = rows
    const sought = [row?.input.slice(0, 9).toUpperCase(), row?.token, row?.id] as const
    for (const text of sought) expect(filterRows(all, { ...ALL_ROWS, text: text ?? '' })).toContain(row)
    expect(filterRows(all, { ...ALL_ROWS, text: 'no row says this' })).toEqual([])
  })
})
