import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { KeyedGenerator, keyedRandom } from '../../../../src/stages/draw/keyedRandom'
import { keyOf } from '../../../../src/utils/hash/keyOf'

const KEY = keyOf('a level', 'a seed', 'a cell')
const addresses = fc.record({ slot: fc.maxSafeNat(), attempt: fc.nat() })
const draw = (random: fc.Random): readonly number[] => Array.from({ length: 8 }, () => random.nextInt())
const stateOf = (slot: number, attempt: number): string => String(new KeyedGenerator(KEY, { slot, attempt }).getState())

describe('keyedRandom', () => {
  it('returns the same numbers at an address, whatever was drawn before', () => {
    fc.assert(
      fc.property(fc.array(addresses, { minLength: 2, maxLength: 20 }), list => {
        const forwards = list.map(address => draw(keyedRandom(KEY, address)))
        const backwards = list.toReversed().map(address => draw(keyedRandom(KEY, address)))
        expect(backwards.toReversed()).toEqual(forwards)
      }),
      { seed: 1 },
    )
  })

  it('never has the same state at two addresses', () => {
    const states = new Set<string>()
    for (let slot = 0; slot < 1_000; slot++) for (let attempt = 0; attempt < 100; attempt++) states.add(stateOf(slot, attempt))
    expect(states.size).toBe(100_000)
  })

  it('distinguishes slot beyond 32 bits', () => {
    expect(stateOf(2 ** 32 + 5, 0)).not.toBe(stateOf(5, 0))
    expect(stateOf(2 ** 52, 0)).not.toBe(stateOf(0, 0))
  })

  it('depends on every word of the key', () => {
    const address = { slot: 3, attempt: 1 }
    for (let word = 0; word < 4; word++) {
      const other = KEY.with(word, (KEY[word] as number) ^ 1)
      expect(draw(keyedRandom(other, address))).not.toEqual(draw(keyedRandom(KEY, address)))
    }
  })

  it('jumps to the next slot, however much was drawn', () => {
    fc.assert(
      fc.property(addresses, fc.nat(20), ({ slot, attempt }, drawn) => {
        const generator = new KeyedGenerator(KEY, { slot, attempt })
        for (let skipped = 0; skipped < drawn; skipped++) generator.next()
        generator.jump()
        expect(generator.getState()).toEqual(new KeyedGenerator(KEY, { slot: slot + 1, attempt }).getState())
      }),
      { seed: 2 },
    )
  })

  it('continues from a clone at the state of the original, independently', () => {
    const original = new KeyedGenerator(KEY, { slot: 7, attempt: 2 })
    original.next()
    const clone = original.clone()
    const expected = [original.next(), original.next()]
    expect([clone.next(), clone.next()]).toEqual(expected)
  })

  it('fills all 32 bits evenly, at every position of the stream and across neighbouring addresses', () => {
    for (const place of [0, 1, 2, 7]) {
      const ones = Array.from({ length: 32 }, () => 0)
      const draws = 20_000
      for (let slot = 0; slot < draws; slot++) {
        const generator = new KeyedGenerator(KEY, { slot, attempt: 0 })
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

  it('draws integers of a range evenly over addresses', () => {
    const counts = Array.from({ length: 100 }, () => 0)
    const draws = 100_000
    for (let slot = 0; slot < draws; slot++) {
      const value = keyedRandom(KEY, { slot, attempt: 0 }).nextInt(0, 99)
      counts[value] = (counts[value] as number) + 1
    }
    const expected = draws / counts.length
    const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // 99 degrees of freedom: above 160 or below 55 less than one time in five thousand.
    expect(chiSquared).toBeLessThan(160)
    expect(chiSquared).toBeGreaterThan(55)
  })
})
