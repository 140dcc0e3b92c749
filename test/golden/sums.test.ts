import { sums } from 'genesis-datasets/levels'
import { describe, expect, it } from 'vitest'
import { GOLDEN_SEEDS, goldenOf, recordedGolden } from './digests'

describe('the level sums', () => {
  const current = goldenOf(sums, 200)

  it.each(GOLDEN_SEEDS)('has the rows that it always had, to the byte (seed %s)', seed => {
    expect(current.digests[seed]).toBe(recordedGolden(current).digests[seed])
  })

  it('has them for this version and stamp, for these seeds and no others', () => {
    const { digests, ...about } = recordedGolden(current)
    expect(about).toEqual({ level: 'sums', version: '1.0.0', stamp: current.stamp, count: 200 })
    expect(Object.keys(digests).sort()).toEqual([...GOLDEN_SEEDS].sort())
    expect(new Set(Object.values(digests)).size).toBe(GOLDEN_SEEDS.length)
  })
})
