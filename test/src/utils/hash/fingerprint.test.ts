import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { fingerprint } from '../../../../src/utils/hash/fingerprint'
import { SortedHashes } from '../../../../src/utils/hash/sortedHashes'

const of = (text: string, seed = 0): string => fingerprint(text, seed, new Int32Array(4)).join(' ')
const texts = fc.string({ unit: 'binary', maxLength: 40 })

describe('fingerprint', () => {
  it('is equal exactly for equal texts', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2, maxLength: 50 }), list => {
        expect(new Set(list.map(text => of(text))).size).toBe(new Set(list).size)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('distinguishes texts that differ little', () => {
    const base = 'sum: 12345 + 67890 + 11111'
    const near = new Set([base, '', '\0', '\0\0', `${base}\0`, `\0${base}`, base.toUpperCase(), [...base].reverse().join('')])
    for (let at = 0; at < base.length; at++) {
      for (const character of '0123456789 +x\u0130\ud83d\udc00') near.add(base.slice(0, at) + character + base.slice(at + 1))
      near.add(base.slice(0, at) + base.slice(at + 1))
      near.add(base.slice(0, at) + base.charAt(at) + base.slice(at))
    }
    expect(new Set([...near].map(text => of(text))).size).toBe(near.size)
  })

  it('distinguishes lengths of one repeated character', () => {
    for (const character of ['\0', 'a', '\uffff']) {
      expect(new Set(Array.from({ length: 200 }, (_, length) => of(character.repeat(length)))).size).toBe(200)
    }
  })

  it('depends on its seed', () => {
    expect(of('a text', 1)).not.toBe(of('a text', 2))
  })

  it('depends in every word on every part of the text', () => {
    const base = Array.from({ length: 24 }, () => 'a')
    for (let at = 0; at < base.length; at++) {
      const one = of(base.join('')).split(' ')
      const other = of(base.with(at, 'b').join('')).split(' ')
      for (let word = 0; word < 4; word++) expect(other[word]).not.toBe(one[word])
    }
  })

  it('writes into the given array and returns it', () => {
    const into = new Int32Array(4)
    expect(fingerprint('text', 0, into)).toBe(into)
  })
})

describe('SortedHashes', () => {
  const marks = fc.integer({ min: 0, max: 2 })

  it('counts equal rows like a list of texts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ maxLength: 2, unit: fc.constantFrom('a', 'b') }), marks), { maxLength: 40 }), rows => {
        const hashes = new SortedHashes(rows.length)
        for (const [text, mark] of rows) hashes.add(text, mark)
        expect(hashes.countEqual().rows).toBe(rows.length - new Set(rows.map(([text]) => text)).size)
        const sides = new Map<string, Set<number>>()
        for (const [text, mark] of rows) sides.set(text, (sides.get(text) ?? new Set()).add(mark))
        const leaks = [...sides.values()].reduce((sum, set) => sum + set.size - 1, 0)
        expect(hashes.countEqual().withDifferentMark).toBe(leaks)
      }),
      { seed: 2, numRuns: 300 },
    )
  })
})
