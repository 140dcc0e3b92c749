import { describe, expect, it } from 'vitest'
import { LengthCounts } from '../../../../src/stages/report/lengthCounts'

describe('LengthCounts', () => {
  it('counts in buckets that double in size', () => {
    const lengths = new LengthCounts()
    for (const length of [0, 31, 32, 63, 64, 300]) lengths.add('x'.repeat(length))
    expect(Object.entries(lengths.counts())).toEqual([
      ['0-31', 2],
      ['32-63', 2],
      ['64-127', 1],
      ['128-255', 0],
      ['256-511', 1],
    ])
    expect(new LengthCounts().counts()).toEqual({})
  })
})
