import { describe, expect, it } from 'vitest'
import { RunTally } from '../../../src/check/runTally'

describe('RunTally', () => {
  it('lists the expected labels, counts all others, and sorts discards by reason', () => {
    const tally = new RunTally(['law.one', 'law.two'], ['small', 'great'])
    tally.held(false, ['law.one'], ['small'])
    tally.held(true, ['law.one', 'law.three'], ['small', 'other'])
    tally.held(true, [], [])
    for (const reason of ['odd', 'a lot', 'odd']) tally.discarded(reason)
    const report = tally.report('level', '7', [])
    expect(report).toEqual({
      level: 'level',
      seed: '7',
      runs: 3,
      unbiased: 1,
      laws: { 'law.one': 2, 'law.two': 0, 'law.three': 1 },
      discards: { 'a lot': 1, odd: 2 },
      unbiasedLabels: { small: 1, great: 0 },
      allLabels: { small: 2, great: 0, other: 1 },
      coverage: [],
    })
    expect(Object.keys(report.discards)).toEqual(['a lot', 'odd'])
  })
})
