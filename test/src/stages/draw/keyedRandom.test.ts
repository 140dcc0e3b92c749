import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { KeyedGenerator, keyedRandom } from '../../../../src/stages/draw/keyedRandom'
import { keyOf } from '../../../../src/utils/hash/keyOf'

const KEY = keyOf('a level', 'a seed', 'a cell')
const addresses = fc.record({ k: fc.maxSafeNat(), attempt: fc.nat() })
const draw = (random: fc.Random): readonly number[] => Array.from({ length: 8 }, () => random.nextInt())
const stateOf = (k: number, attempt: number): string => String(new KeyedGenerator(KEY, { k, attempt }).getState())

describe('keyedRandom', () => {
  it('gives the same numbers at an address whatever was drawn before', () => {
    fc.assert(
      fc.property(fc.array(addresses, { minLength: 2, maxLength: 20 }), list => {
        const forwards = list.map(address => draw(keyedRandom(KEY, address)))
        const backwards = list.toReversed().map(address => draw(keyedRandom(KEY, address)))
        expect(backwards.toReversed()).toEqual(forwards)
      }),
      { seed: 1 },
    )
  })

  it('never comes to one state at two addresses', () => {
    const states = new Set<string>()
    for (let k = 0; k < 1_000; k++) for (let attempt = 0; attempt < 100; attempt++) states.add(stateOf(k, attempt))
    expect(states.size).toBe(100_000)
  })

  it('tells k beyond 32 bits from k within', () => {
    expect(stateOf(2 ** 32 + 5, 0)).not.toBe(stateOf(5, 0))
    expect(stateOf(2 ** 52, 0)).not.toBe(stateOf(0, 0))
  })

  it('depends on every word of the key', () => {
    const address = { k: 3, attempt: 1 }
    for (let word = 0; word < 4; word++) {
      const other = KEY.with(word, (KEY[word] as number) ^ 1)
      expect(draw(keyedRandom(other, address))).not.toEqual(draw(keyedRandom(KEY, address)))
    }
  })

  it('goes to the next k by a jump, however much was drawn', () => {
    fc.assert(
      fc.property(addresses, fc.nat(20), ({ k, attempt }, drawn) => {
        const generator = new KeyedGenerator(KEY, { k, attempt })
        for (let skipped = 0; skipped < drawn; skipped++) generator.next()
        generator.jump()
        expect(generator.getState()).toEqual(new KeyedGenerator(KEY, { k: k + 1, attempt }).getState())
      }),
      { seed: 2 },
    )
  })

  it('goes on from a clone exactly where the original stood, apart from it', () => {
    const original = new KeyedGenerator(KEY, { k: 7, attempt: 2 })
    original.next()
    const clone = original.clone()
    const expected = [original.next(), original.next()]
    expect([clone.next(), clone.next()]).toEqual(expected)
  })

  it('fills all 32 bits evenly, at every place of the stream and across neighbouring addresses', () => {
    for (const place of [0, 1, 2, 7]) {
      const ones = Array.from({ length: 32 }, () => 0)
      const draws = 20_000
      for (let k = 0; k < draws; k++) {
        const generator = new KeyedGenerator(KEY, { k, attempt: 0 })
        for (let skipped = 0; skipped < place; skipped++) generator.next()
        const word = generator.next()
        for (let bit = 0; bit < 32; bit++) ones[bit] = (ones[bit] as number) + ((word >>> bit) & 1)
      }
      const chiSquared = ones.reduce((sum, count) => sum + (count - draws / 2) ** 2 / (draws / 4), 0)
      // 32 degrees of freedom: above 67 or below 10 one time in ten thousand.
      expect(chiSquared).toBeLessThan(67)
      expect(chiSquared).toBeGreaterThan(10)
    }
  })

  it('draws integers of a range evenly, one an address', () => {
    const counts = Array.from({ length: 100 }, () => 0)
    const draws = 100_000
    for (let k = 0; k < draws; k++) {
      const value = keyedRandom(KEY, { k, attempt: 0 }).nextInt(0, 99)
      counts[value] = (counts[value] as number) + 1
    }
    const expected = draws / counts.length
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 99 degrees of freedom: above 160 or below 55 less than one time in five thousand.
    expect(chiSquared).toBeLessThan(160)
    expect(chiSquared).toBeGreaterThan(55)
  })
})
