import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { EvenSample } from '../../../../src/utils/statistics/evenSample'
import { pageRows } from '../../../../src/reporters/page/rows/pageRows'
import { drawKey } from '../../../../src/stages/draw/drawKey'
import { DATASET, splitSamplesOf } from '../../reporters/page/support/pageInput'

interface Item {
  readonly key: string
  readonly place: number
}

const sampled = (most: number, items: readonly Item[]): readonly Item[] => {
  const sample = new EvenSample<Item>(most, ({ key }) => key)
  for (const item of items) sample.add(item)
  return sample.items()
}

describe('an even sample', () => {
  it('has at most its maximum size, in order, and all or nothing of each key', () => {
    const items = fc.array(fc.nat(12), { maxLength: 100, size: 'max' }).map(keys => keys.map((key, place) => ({ key: String(key), place })))
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 60 }), (all, most) => {
        const kept = sampled(most, all)
        const keys = new Set(kept.map(({ key }) => key))
        expect(kept.length).toBeLessThanOrEqual(most)
        expect(kept).toEqual(all.filter(({ key }) => keys.has(key)))
        if (all.length <= most) expect(kept).toEqual(all)
      }),
      { seed: 42, numRuns: 500 },
    )
  })

  it('is nearly of maximum size, and takes the same share of each part', () => {
    const kept = sampled(
      1_000,
      Array.from({ length: 50_000 }, (_, place) => ({ key: `row ${place}`, place })),
    )
    expect(kept.length).toBe(1_000)
    const quarters = [0, 1, 2, 3].map(quarter => kept.filter(({ place }) => Math.floor(place / 12_500) === quarter).length)
    for (const rows of quarters) expect(Math.abs(rows - 250)).toBeLessThan(60)
  })

  it('keeps traps together with their twins, which reference each other', () => {
    const sample = new EvenSample(150, drawKey)
    for (const row of splitSamplesOf(DATASET)) sample.add(row)
    const rows = pageRows(sample.items())
    const traps = rows.filter(({ category }) => category === 'adversarial')
    expect(traps.length).toBeGreaterThan(10)
    for (const trap of traps) {
      const twin = rows.find(({ id }) => id === trap.twin)
      expect(twin?.twin).toBe(trap.id)
      expect(twin?.category).not.toBe('adversarial')
    }
    expect(rows.filter(({ twin }) => twin !== '').length).toBe(2 * traps.length)
  })
})
