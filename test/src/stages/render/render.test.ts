import { createHash } from 'node:crypto'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { adversarialCell, validCell } from '../../../../src/model/cell'
import { type ProvenDraw, render } from '../../../../src/stages/render/render'
import { rowDigest } from '../../../../src/stages/render/rowDigest'
import { placeRows } from '../../../../src/stages/split/placeRows'

const row = { input: 'sum: 1 + 2', expectedOutput: '3', laws: ['a.law'] }
const trap = { input: 'sum: 1 + 2 +', expectedOutput: 'insufficient data', laws: ['another.law'] }
const drawOf = (trapFirst: boolean): ProvenDraw => ({
  unit: { cell: adversarialCell('plain', 'incomplete', 'easy'), slot: 3, split: 'adversarial' },
  attempt: 1,
  proven: { _tag: 'Held', row: trap, twin: row },
  group: 'abc',
  measuredDifficulty: 2,
  trapFirst,
})
const rendered = (trapFirst: boolean) => render(sums, 42, drawOf(trapFirst))

describe('render', () => {
  it('returns the trap and its twin in the order of the draw', () => {
    const rows = rendered(true)
    expect(rows.map(({ isTrap }) => isTrap)).toEqual([true, false])
    expect(rows.map(({ row: { category, metadata } }) => [category, metadata.adversarial_type])).toEqual([
      ['adversarial', 'incomplete'],
      ['valid', 'none'],
    ])
    expect(rendered(false)).toEqual(rows.toReversed())
  })

  it('returns one row if there is no twin', () => {
    const draw: ProvenDraw = {
      ...drawOf(true),
      unit: { cell: validCell('plain', 'easy'), slot: 0, split: 'val' },
      proven: { _tag: 'Held', row, twin: undefined },
    }
    const rows = render(sums, 42, draw)
    expect(rows.map(({ isTrap }) => isTrap)).toEqual([false])
    expect(rows[0]?.row).toMatchObject({ category: 'valid', verified: true, input: row.input, metadata: { laws: row.laws, group: 'abc' } })
  })
})

describe('placeRows', () => {
  it('numbers rows in order with six digits', () => {
    expect(placeRows('sums', 41, rendered(true), 'train').map(({ sample }) => sample.id)).toEqual(['sums_000041', 'sums_000042'])
  })

  it.each([
    ['train', ['train', 'train']],
    ['val', ['val', 'val']],
    ['test', ['test', 'test']],
    ['adversarial', ['adversarial', 'test']],
  ] as const)('puts the pair of a unit of %s into %s', (split, expected) => {
    expect(placeRows('sums', 0, rendered(true), split).map(one => one.split)).toEqual(expected)
  })
})

describe('the digest of a row', () => {
  it('is the beginning of the sha256 of input and output, separated by NUL', () => {
    const whole = createHash('sha256').update('in\u0000out').digest('hex')
    expect(rowDigest('in', 'out')).toBe(whole.slice(0, 8))
    expect(rowDigest('ino', 'ut')).not.toBe(rowDigest('in', 'out'))
  })
})
