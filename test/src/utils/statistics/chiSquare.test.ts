import { describe, expect, it } from 'vitest'
import { chiSquare } from '../../../../src/utils/statistics/chiSquare'

describe('chi-square', () => {
  it('equals the values computed by hand', () => {
    // A die thrown sixty times: (5² + 2² + 1² + 2² + 0 + 10²) / 10. A coin thrown ten times: (1² + 1²) / 5.
    const die = [5, 8, 9, 8, 10, 20].map(observed => ({ expected: 10, observed }))
    const coin = [4, 6].map(observed => ({ expected: 5, observed }))
    expect(chiSquare([die])).toEqual({ statistic: 13.4, degrees: 5 })
    expect(chiSquare([die, coin, [], [{ expected: 0, observed: 0 }]])).toEqual({ statistic: expect.closeTo(13.8), degrees: 6 })
  })
})
