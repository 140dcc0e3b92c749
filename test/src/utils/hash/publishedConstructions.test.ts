import { createHash } from 'node:crypto'
import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../../../src/utils/hash/fingerprint'
import { KeyedGenerator } from '../../../../src/stages/draw/keyedRandom'
import { keyOf } from '../../../../src/utils/hash/keyOf'
import { mix32 } from '../../../../src/utils/hash/mix32'

// Reimplemented from the papers with bigints: slow, but without bitwise operations on numbers.
const WORD = 2n ** 32n
const wrapped = (value: bigint): bigint => ((value % WORD) + WORD) % WORD
const rotated = (word: bigint, by: bigint): bigint => wrapped(word * 2n ** by) + word / 2n ** (32n - by)
const signed = (words: readonly bigint[]): readonly number[] => words.map(word => Number(BigInt.asIntN(32, word)))

type Words = [bigint, bigint, bigint, bigint]
const words = fc
  .tuple(...Array.from({ length: 4 }, () => fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })))
  .map(four => Int32Array.from(four))

/** Applies eight rounds of the permutation of Chaskey. */
function chaskey([v0, v1, v2, v3]: Words): Words {
  for (let round = 0; round < 8; round++) {
    v0 = wrapped(v0 + v1)
    v1 = rotated(v1, 5n) ^ v0
    v0 = rotated(v0, 16n)
    v2 = wrapped(v2 + v3)
    v3 = rotated(v3, 8n) ^ v2
    v0 = wrapped(v0 + v3)
    v3 = rotated(v3, 13n) ^ v0
    v2 = wrapped(v2 + v1)
    v1 = rotated(v1, 7n) ^ v2
    v2 = rotated(v2, 16n)
  }
  return [v0, v1, v2, v3]
}

const xored = (one: readonly bigint[], other: readonly bigint[]): Words =>
  one.map((word, index) => word ^ (other[index] as bigint)) as Words

describe('the generator at an address', () => {
  const addresses = fc.record({ slot: fc.oneof(fc.nat(), fc.maxSafeNat()), attempt: fc.nat() })

  it('starts with the address, enciphered with one key before and after the permutation of Chaskey', () => {
    fc.assert(
      fc.property(words, addresses, (key, { slot, attempt }) => {
        const keyWords = [...key].map(word => wrapped(BigInt(word)))
        const address = [BigInt(slot) % WORD, BigInt(slot) / WORD, BigInt(attempt), 0n]
        const expected = xored(chaskey(xored(keyWords, address)), keyWords)
        expect(new KeyedGenerator(key, { slot, attempt }).getState()).toEqual(signed(expected))
      }),
      { seed: 1 },
    )
  })

  it('continues as sfc32', () => {
    fc.assert(
      fc.property(words, addresses, (key, address) => {
        const generator = new KeyedGenerator(key, address)
        let [a, b, c, counter] = generator.getState().map(word => wrapped(BigInt(word))) as Words
        for (let draw = 0; draw < 20; draw++) {
          const result = wrapped(a + b + counter)
          counter = wrapped(counter + 1n)
          a = b ^ (b / 2n ** 9n)
          b = wrapped(c + c * 8n)
          c = wrapped(rotated(c, 21n) + result)
          expect(generator.next()).toBe(signed([result])[0])
          expect(generator.getState()).toEqual(signed([a, b, c, counter]))
        }
      }),
      { seed: 2 },
    )
  })
})

/** Applies the finaliser of MurmurHash3. */
function murmurMix(word: bigint): bigint {
  let mixed = word ^ (word / 2n ** 16n)
  mixed = wrapped(mixed * 0x85ebca6bn)
  mixed ^= mixed / 2n ** 13n
  mixed = wrapped(mixed * 0xc2b2ae35n)
  return mixed ^ (mixed / 2n ** 16n)
}

describe('mix32', () => {
  // The published results of MurmurHash3 for an empty text and these seeds.
  it('is the finaliser of MurmurHash3', () => {
    expect([0, 1, 0xffffffff].map(word => mix32(word) >>> 0)).toEqual([0, 0x514e28b7, 0x81f16f39])
    fc.assert(
      fc.property(fc.nat(0xffffffff), word => {
        expect(mix32(word | 0)).toBe(signed([murmurMix(BigInt(word))])[0])
      }),
      { seed: 1, numRuns: 1_000 },
    )
  })
})

/** Computes MurmurHash3 for x86 with 128 bits, over code units in blocks of eight, the last one padded with zeroes. */
function murmur(text: string, seed: number): Words {
  const [c1, c2, c3, c4] = [0x239b961bn, 0xab0e9789n, 0x38b34ae5n, 0xa1e38b93n]
  let [h1, h2, h3, h4]: Words = [BigInt(seed), BigInt(seed), BigInt(seed), BigInt(seed)]
  const unit = (at: number): bigint => BigInt(at < text.length ? text.charCodeAt(at) : 0)
  const pair = (at: number): bigint => unit(at) + unit(at + 1) * 2n ** 16n
  const scrambled = (word: bigint, by: bigint, rotation: bigint, then: bigint): bigint =>
    wrapped(rotated(wrapped(word * by), rotation) * then)
  for (let at = 0; at < text.length; at += 8) {
    h1 ^= scrambled(pair(at), c1, 15n, c2)
    h1 = wrapped(wrapped(rotated(h1, 19n) + h2) * 5n + 0x561ccd1bn)
    h2 ^= scrambled(pair(at + 2), c2, 16n, c3)
    h2 = wrapped(wrapped(rotated(h2, 17n) + h3) * 5n + 0x0bcaa747n)
    h3 ^= scrambled(pair(at + 4), c3, 17n, c4)
    h3 = wrapped(wrapped(rotated(h3, 15n) + h4) * 5n + 0x96cd1c35n)
    h4 ^= scrambled(pair(at + 6), c4, 18n, c1)
    h4 = wrapped(wrapped(rotated(h4, 13n) + h1) * 5n + 0x32ac3b17n)
  }
  const length = BigInt(text.length)
  const spread = ([one, ...others]: Words): Words => {
    const sum = wrapped(others.reduce((all, word) => all + word, one))
    return [sum, ...others.map(word => wrapped(word + sum))] as Words
  }
  return spread(spread([h1 ^ length, h2 ^ length, h3 ^ length, h4 ^ length]).map(murmurMix) as Words)
}

describe('fingerprint', () => {
  it('is MurmurHash3 over code units', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat(0x7fffffff), (text, seed) => {
        expect([...fingerprint(text, seed, new Int32Array(4))]).toEqual(signed(murmur(text, seed)))
      }),
      { seed: 1, numRuns: 100 },
    )
  })

  it('is MurmurHash3 for lone surrogates, and for long and short texts in any order', () => {
    for (const units of [3, 900, 1, 5_000, 12, 0, 513]) {
      const text = 'a\ud800\u20ac\0'.repeat(units)
      expect([...fingerprint(text, units, new Int32Array(4))]).toEqual(signed(murmur(text, units)))
    }
  })
})

describe('keyOf', () => {
  it('is the first 128 bits of the sha256 of the parts, each prefixed by its length in bytes', () => {
    const expected = createHash('sha256').update('5:level;0:;3:\u20ac;', 'utf8').digest()
    expect([...keyOf('level', '', '\u20ac')]).toEqual([0, 4, 8, 12].map(at => expected.readInt32LE(at)))
  })

  it('distinguishes lists of parts whose concatenations are equal', () => {
    const keys = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc'], ['1:a;1:b;'], ['a', 'b']].map(parts =>
      keyOf(...parts).join(' '),
    )
    expect(new Set(keys).size).toBe(keys.length)
  })
})
