import type { SplitSample, Sample } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { RowSample } from '../../../../src/stages/report/rowSample'

const rowOf = (input: string, token = ''): SplitSample => ({ sample: { input, metadata: { token } } as Sample, split: 'train' })

const tokenOf = (cell: string, k: number, digest: string): string => `g1-4.10.2~sums~1.0.0~42~${cell}~${k}~0~u~~${digest}`

describe('an even sample of rows', () => {
  const rows = Array.from({ length: 2_000 }, (_, k) => [
    rowOf(`twin ${k}`, tokenOf('adversarial.plain.malformed.easy', k, 'aaaaaaaa')),
    rowOf(`trap ${k}`, tokenOf('adversarial.plain.malformed.easy', k, 'bbbbbbbb')),
    rowOf(`text ${k}`),
  ]).flat()
  const sampleOf = (list: readonly SplitSample[], most: number): readonly SplitSample[] => {
    const sample = new RowSample(most)
    for (const row of list) sample.add(row)
    return sample.sorted()
  }

  it('contains all rows if they are few', () => {
    expect(new Set(sampleOf(rows, rows.length))).toEqual(new Set(rows))
  })

  it('is bounded, even, and independent of the order', () => {
    const sample = sampleOf(rows, 1_000)
    expect(sample.length).toBeLessThanOrEqual(1_000)
    expect(sample.length).toBeGreaterThan(400)
    expect(sampleOf([...rows].reverse(), 1_000)).toEqual(sample)
    const early = sample.filter(({ sample: { input } }) => Number(input.slice(5)) < 1_000).length
    expect(early / sample.length).toBeGreaterThan(0.4)
    expect(early / sample.length).toBeLessThan(0.6)
  })

  it('contains a trap together with its twin', () => {
    const inputs = new Set(sampleOf(rows, 1_000).map(({ sample }) => sample.input))
    for (let k = 0; k < 2_000; k++) expect(inputs.has(`trap ${k}`)).toBe(inputs.has(`twin ${k}`))
  })
})
