import { level0 } from 'genesis-datasets/levels'
import { beforeAll, describe, expect, it } from 'vitest'
import { GOLDEN_SEEDS, type Golden, goldenOf, recordedGolden } from './digests'

describe('level 0', () => {
  let current: Golden
  beforeAll(async () => {
    current = goldenOf(await level0(), 100)
  }, 60_000)

  it.each(GOLDEN_SEEDS)('has the rows that it always had, to the byte (seed %s)', seed => {
    expect(current.digests[seed]).toBe(recordedGolden(current).digests[seed])
  })

  it('has them for this version and stamp, for these seeds and no others', () => {
    const { digests, ...about } = recordedGolden(current)
    expect(about).toEqual({ level: 'level0', version: '1.0.0', stamp: current.stamp, count: 100 })
    expect(Object.keys(digests).sort()).toEqual([...GOLDEN_SEEDS].sort())
    expect(new Set(Object.values(digests)).size).toBe(GOLDEN_SEEDS.length)
  })
})
