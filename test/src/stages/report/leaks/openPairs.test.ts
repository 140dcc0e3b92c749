import type { SplitSample, Sample } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { OpenPairs } from '../../../../../src/stages/report/leaks/openPairs'

const rowOf = (input: string, token = ''): SplitSample => ({ sample: { input, metadata: { token } } as Sample, split: 'train' })

const tokenOf = (cell: string, k: number, digest: string): string => `g1-4.10.2~sums~1.0.0~42~${cell}~${k}~0~u~~${digest}`

describe('the check of trap and twin', () => {
  const sampleOf = (token: string): Sample => rowOf('', token).sample

  it('reports a pair if one draw is on two sides, however far apart its rows are', () => {
    const pairs = new OpenPairs()
    for (let k = 0; k < 100; k++) pairs.add(sampleOf(tokenOf('adversarial.plain.malformed.easy', k, 'aaaaaaaa')), k % 3)
    for (let k = 99; k >= 0; k--) pairs.add(sampleOf(tokenOf('adversarial.plain.malformed.easy', k, 'bbbbbbbb')), k < 10 ? 2 : k % 3)
    expect(pairs.countSeparated()).toBe(7)
  })

  it('ignores rows of other cells and rows without a token', () => {
    const pairs = new OpenPairs()
    for (const side of [0, 1]) {
      for (const token of ['', 'token 3', tokenOf('valid.plain.easy', 1, 'aaaaaaaa'), tokenOf('adversarial', 1, 'aaaaaaaa')]) {
        pairs.add(sampleOf(token), side)
      }
    }
    expect(pairs.countSeparated()).toBe(0)
  })
})
