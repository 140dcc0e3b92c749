import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { Frequent } from '../../../../../src/stages/report/answers/frequent'

describe('the most frequent text', () => {
  const words = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 60 })

  it('is counted as by a list where there are counters enough', () => {
    fc.assert(
      fc.property(words, list => {
        const frequent = new Frequent(8)
        for (const word of list) frequent.add(word)
        const counted = [...new Set(list)].sort().map(word => ({ output: word, rows: list.filter(one => one === word).length }))
        const most = counted.reduce((best, one) => (one.rows > best.rows ? one : best), { output: '', rows: 0 })
        expect(frequent.most()).toEqual(most)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('has no fewer rows than it has, and more by less than a part of all, where there are not', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 4 }), (list, counters) => {
        const frequent = new Frequent(counters)
        for (const word of list) frequent.add(word)
        const greatest = Math.max(0, ...list.map(word => list.filter(one => one === word).length))
        const { rows } = frequent.most()
        expect(rows).toBeGreaterThanOrEqual(greatest)
        expect(rows).toBeLessThanOrEqual(greatest + list.length / counters)
      }),
      { seed: 2, numRuns: 500 },
    )
  })
})
