import { assertLevel } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { expectReproducible } from '../../../support/reproducible'
import { level0Dataset } from './support/level0Dataset'

describe('level 0', () => {
  it('satisfies its laws at the addresses of a build and under bias', async () => {
    const { level } = await level0Dataset(600)
    const { runs, unbiasedLabels } = assertLevel(level, { seed: 42, runs: 600 })
    expect(runs).toBe(600)
    expect(Object.entries(unbiasedLabels).filter(([, count]) => count === 0)).toEqual([])
  })

  it('reproduces every row from its metadata alone', async () => {
    const { level, dataset } = await level0Dataset(600)
    for (const row of dataset.samples) expectReproducible(level, row)
  })
})
