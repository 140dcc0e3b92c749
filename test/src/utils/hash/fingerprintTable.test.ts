import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../../../src/utils/hash/fingerprint'
import { FingerprintTable } from '../../../../src/utils/hash/fingerprintTable'

const of = (text: string): Int32Array => fingerprint(text, 0, new Int32Array(4))
const words = (...four: readonly [number, number, number, number]): Int32Array => Int32Array.from(four)
const values = fc.integer({ min: 0, max: 3 })

describe('FingerprintTable', () => {
  it('agrees with a Map, step by step', () => {
    const steps = fc.array(fc.tuple(fc.string({ maxLength: 2 }), values), { minLength: 1, maxLength: 100 })
    fc.assert(
      fc.property(steps, list => {
        const table = new FingerprintTable(list.length)
        const map = new Map<string, number>()
        for (const [text, value] of list) {
          expect(table.get(of(text))).toBe(map.get(text))
          table.set(of(text), value)
          map.set(text, value)
        }
        for (const [text, value] of map) expect(table.get(of(text))).toBe(value)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('holds as many entries as it was made for', () => {
    for (const capacity of [1, 2, 7, 8, 9, 1_000, 20_000]) {
      const table = new FingerprintTable(capacity)
      for (let n = 0; n < capacity; n++) table.set(of(`text ${n}`), n % 4)
      for (let n = 0; n < capacity; n++) expect(table.get(of(`text ${n}`))).toBe(n % 4)
      for (let n = capacity; n < capacity + 100; n++) expect(table.get(of(`text ${n}`))).toBeUndefined()
    }
  })

  it('distinguishes fingerprints that differ in one word, also at a probe that wraps around', () => {
    const table = new FingerprintTable(4)
    const keys = [words(7, 0, 0, 0), words(7, 1, 0, 0), words(7, 0, 1, 0), words(7, 0, 0, 4), words(-1, -1, -1, -4)]
    for (const [index, key] of keys.entries()) table.set(key, index % 4)
    keys.forEach((key, index) => {
      expect(table.get(key)).toBe(index % 4)
    })
    expect(table.get(words(7, 1, 1, 0))).toBeUndefined()
  })

  it('finds a fingerprint whose first word is 0', () => {
    const table = new FingerprintTable(4)
    table.set(words(0, 5, 6, 8), 3)
    expect(table.get(words(0, 5, 6, 8))).toBe(3)
    expect(table.get(words(0, 5, 7, 8))).toBeUndefined()
  })

  it('overwrites the number of an existing fingerprint', () => {
    const table = new FingerprintTable(4)
    for (const value of [0, 3, 1]) {
      table.set(of('text'), value)
      expect(table.get(of('text'))).toBe(value)
    }
  })
})
