import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { KeyTable } from '../../../../src/utils/hash/keyTable'

const KEYS = fc.oneof(
  // Few keys, so that many repeat; any of 64 bits; and keys that differ in one half only.
  fc.integer({ min: 0, max: 50 }).map(spelled),
  fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(spelled),
  fc.nat({ max: 50 }).map(high => `${spelled(high).slice(8)}00000001`),
)

function spelled(key: number | bigint): string {
  return key.toString(16).padStart(16, '0')
}

describe('KeyTable', () => {
  it('behaves like a Map that keeps the first integer of each key', () => {
    fc.assert(
      fc.property(fc.array(KEYS, { maxLength: 300, size: 'max' }), keys => {
        const [table, map] = [new KeyTable(), new Map<string, number>()]
        for (const [value, key] of keys.entries()) {
          const first = map.get(key) ?? value
          map.set(key, first)
          expect(table.getOrSet(key, value)).toBe(first)
        }
      }),
    )
  })

  it('keeps every key as it grows, including the smallest and the largest', () => {
    const table = new KeyTable()
    const keys = Array.from({ length: 20_000 }, (_, index) => spelled((BigInt(index) * 0x9e3779b97f4a7c15n) % 2n ** 64n))
    // Many of these differ in one half only.
    for (let index = 1; index < 3_000; index++) keys.push(spelled(index), `${spelled(index).slice(8)}00000000`)
    keys.push('ffffffffffffffff')
    expect(new Set(keys).size).toBe(keys.length)
    const given = keys.map((key, index) => table.getOrSet(key, index))
    expect(given).toEqual(keys.map((_, index) => index))
    expect(keys.map(key => table.getOrSet(key, 77_777))).toEqual(given)
  })
})
