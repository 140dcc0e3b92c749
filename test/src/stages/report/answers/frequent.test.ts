import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { Frequent } from '../../../../../src/stages/report/answers/frequent'

describe('the most frequent text', () => {
  const words = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 60 })

  it('equals that of a full count if there are enough counters', () => {
    fc.assert(
      fc.property(words, list => {
        const frequent = new Frequent(8)
        for (const word of list) frequent.add(word)
        const counted = [...new Set(list)].sort().map(word => ({ output: word, rows: list.filter(one => one === word).length }))
        const most = counted.reduce((best, one) => (one.rows > best.rows ? one : best), { output: '', rows: 0 })
        expect(frequent.mostFrequent()).toEqual(most)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('has at least its true count otherwise, with a bounded error', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 4 }), (list, counters) => {
        const frequent = new Frequent(counters)
        for (const word of list) frequent.add(word)
        const greatest = Math.max(0, ...list.map(word => list.filter(one => one === word).length))
        const { rows } = frequent.mostFrequent()
        expect(rows).toBeGreaterThanOrEqual(greatest)
        expect(rows).toBeLessThanOrEqual(greatest + list.length / counters)
      }),
      { seed: 2, numRuns: 500 },
    )
  })
})
