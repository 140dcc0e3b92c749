import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { readAddress, spellAddress } from '../../../../../src/reporters/page/browser/address'
import { EVERYTHING, FILTER_NAMES, matching, searchable } from '../../../../../src/reporters/page/browser/choice'
import { pageRows } from '../../../../../src/reporters/page/rows/pageRows'
import { DATASET, placedOf } from '../support/pageInput'

const rows = pageRows(placedOf(DATASET))
const all = rows.map(searchable)

describe('an address', () => {
  it('says what was chosen, whatever was sought', () => {
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
    ['', { row: undefined, choice: EVERYTHING }],
    ['#rows', { row: undefined, choice: EVERYTHING }],
    ['#level0_000017', { row: 'level0_000017', choice: EVERYTHING }],
    ['#rows?split=test&page=0', { row: undefined, choice: { ...EVERYTHING, filters: { split: 'test' } } }],
    ['#rows?page=x&other=1', { row: undefined, choice: EVERYTHING }],
    ['#checks', undefined],
    ['#%', undefined],
  ])('%s is read', (hash, address) => {
    expect(readAddress(hash)).toEqual(address)
  })

  it('of a row is its id', () => {
    expect(spellAddress({ row: 'level0_000017', choice: EVERYTHING })).toBe('#level0_000017')
  })
})

describe('a choice', () => {
  it('leaves all rows where nothing is chosen', () => {
    expect(matching(all, EVERYTHING)).toEqual(rows)
  })

  it('leaves the rows that are all of what is chosen', () => {
    const found = matching(all, { ...EVERYTHING, filters: { split: 'train', type: 'malformed' } })
    expect(found).toEqual(rows.filter(({ split, adversarial_type }) => split === 'train' && adversarial_type === 'malformed'))
    expect(found.length).toBeGreaterThan(0)
  })

  it('finds texts in inputs, outputs and tokens, in letters of either case', () => {
    const [row] = rows
    const sought = [row?.input.slice(0, 9).toUpperCase(), row?.token, row?.id] as const
    for (const text of sought) expect(matching(all, { ...EVERYTHING, text: text ?? '' })).toContain(row)
    expect(matching(all, { ...EVERYTHING, text: 'no row says this' })).toEqual([])
  })
})
