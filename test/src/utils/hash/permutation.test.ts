import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { keyOf } from '../../../../src/utils/hash/keyOf'
import { permutation } from '../../../../src/utils/hash/permutation'

const imagesOf = (length: number, key: string): readonly number[] => {
  const place = permutation(length, keyOf(key))
  return Array.from({ length }, (_, index) => place(index))
}
const sorted = (numbers: readonly number[]): readonly number[] => [...numbers].sort((one, other) => one - other)
const upTo = (length: number): readonly number[] => Array.from({ length }, (_, index) => index)

describe('permutation', () => {
  it('reaches every position once, for every length up to 300', () => {
    for (let length = 1; length <= 300; length++) expect(sorted(imagesOf(length, 'a key'))).toEqual(upTo(length))
  })

  it('reaches every position once, for any length and key', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.string(), (length, key) => {
        expect(new Set(imagesOf(length, key)).size).toBe(length)
        expect(Math.max(...imagesOf(length, key))).toBe(length - 1)
      }),
      { seed: 1, numRuns: 30 },
    )
  })

  it('differs between keys', () => {
    expect(imagesOf(100, 'one')).not.toEqual(imagesOf(100, 'other'))
  })

  it('maps a position to all others equally often over many keys', () => {
    const length = 20
    const keys = 4_000
    for (const from of [0, 1, 19]) {
      const counts = Array.from({ length }, () => 0)
      for (let key = 0; key < keys; key++) {
        const image = permutation(length, keyOf(`key ${key}`))(from)
        counts[image] = (counts[image] as number) + 1
      }
      const chiSquared = counts.reduce((sum, count) => sum + (count - keys / length) ** 2 / (keys / length), 0)
      // 19 degrees of freedom: above 50 less than one time in seven thousand.
      expect(chiSquared).toBeLessThan(50)
    }
  })

  it('maps two neighbours to any two columns as often as chance over many keys', () => {
    const [length, tens, keys] = [100, 10, 20_000]
    const counts = Array.from({ length: tens * tens }, () => 0)
    for (let key = 0; key < keys; key++) {
      const place = permutation(length, keyOf(`key ${key}`))
      const bin = (place(0) % tens) * tens + (place(1) % tens)
      counts[bin] = (counts[bin] as number) + 1
    }
    const expected = (bin: number): number => (keys * tens * (bin % (tens + 1) === 0 ? tens - 1 : tens)) / (length * (length - 1))
    const chiSquared = counts.reduce((sum, count, bin) => sum + (count - expected(bin)) ** 2 / expected(bin), 0)
    // 99 degrees of freedom: above 160 less than one time in five thousand.
    expect(chiSquared).toBeLessThan(160)
  })

  it('does not keep neighbours together', () => {
    const images = imagesOf(10_000, 'a key')
    const together = images.filter((image, index) => index > 0 && Math.abs(image - (images[index - 1] as number)) === 1).length
    // Chance gives about two such neighbours.
    expect(together).toBeLessThan(12)
  })
})
