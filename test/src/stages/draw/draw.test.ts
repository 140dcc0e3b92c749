import { fc, type Seed } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { adversarialCell, edgeCell, validCell } from '../../../../src/model/cell'
import { spellSeed } from '../../../../src/model/seed'
import { cellDraws } from '../../../../src/stages/draw/draw'
import { type Address, KeyedGenerator } from '../../../../src/stages/draw/keyedRandom'
import { STAMP } from '../../../../src/stages/draw/stamp'
import { drawAddress } from '../../../../src/stages/draw/token'
import { keyOf } from '../../../../src/utils/hash/keyOf'
import { doubles } from '../../../support/doubles'

const easy = validCell('plain', 'easy')
const trap = adversarialCell('plain', 'malformed', 'hard')
const CELLS = [easy, validCell('plain', 'medium'), edgeCell('plain', 'zero', 'hard'), trap]
const seeds: fc.Arbitrary<Seed> = fc.oneof(fc.maxSafeInteger(), fc.bigInt())
const addresses: fc.Arbitrary<Address> = fc.record({ slot: fc.nat(1e9), attempt: fc.nat(1_000) })
const drawn = (seed: Seed, cell = easy, level = sums, address: Address = { slot: 0, attempt: 0 }): unknown =>
  cellDraws(level, seed, cell).at(address).value.value

/** Returns the questions of the first hundred slots, enough to distinguish two streams. */
const stream = (seed: Seed, cell = easy, level = sums): readonly string[] =>
  Array.from({ length: 100 }, (_, slot) => JSON.stringify(drawn(seed, cell, level, { slot, attempt: 0 })))

const shared = (one: readonly string[], other: readonly string[]): number => one.filter(value => other.includes(value)).length

describe('a draw', () => {
  it('is the same at one address, in any order and from any instance', () => {
    fc.assert(
      fc.property(seeds, fc.array(addresses, { minLength: 2 }), fc.constantFrom(...CELLS), (seed, list, cell) => {
        const draws = cellDraws(sums, seed, cell)
        const forwards = list.map(address => draws.at(address).value.value)
        const backwards = list.toReversed().map(address => drawn(seed, cell, sums, address))
        expect(backwards.toReversed()).toEqual(forwards)
      }),
      { seed: 1, numRuns: 50 },
    )
  })

  it('is independent between adjacent seeds, and between a seed and its 32-bit remainder', () => {
    for (const [one, other] of [
      [0, 1],
      [41, 42],
      [-1, 0],
      [-1, 1],
      [5, 2 ** 32 + 5],
      [5n, 2n ** 64n + 5n],
    ] as const) {
      expect(shared(stream(one), stream(other)), `${one} and ${other}`).toBe(0)
    }
  })

  it('is the same for the seeds 5 and 5n', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), seed => {
        expect(stream(BigInt(seed)).slice(0, 3)).toEqual(stream(seed).slice(0, 3))
      }),
      { seed: 2, numRuns: 20 },
    )
  })

  it('is independent between levels, versions and cells', () => {
    const base = stream(42)
    expect(shared(base, stream(42, easy, { ...sums, name: 'sums2' }))).toBe(0)
    expect(shared(base, stream(42, easy, { ...sums, version: '1.0.1' }))).toBe(0)
    const twins = stream(42, adversarialCell('plain', 'malformed', 'easy')).map(pair => JSON.stringify((JSON.parse(pair) as unknown[])[0]))
    expect(shared(base, twins)).toBe(0)
  })

  it('has an address whose parts cannot be confused', () => {
    expect(keyOf('ab', 'c')).not.toEqual(keyOf('a', 'bc'))
    expect(keyOf('1:a;', 'b')).not.toEqual(keyOf('1:a', ';b'))
    expect(keyOf('a', '')).not.toEqual(keyOf('a'))
  })

  it('is unbiased: small terms are no more frequent than others', () => {
    const terms = Array.from(
      { length: 5_000 },
      (_, slot) => (drawn(1, easy, sums, { slot, attempt: 0 }) as { terms: number[] }).terms,
    ).flat()
    const small = terms.filter(term => term < 1_000).length
    // 1 % of 10,000; five standard deviations either way.
    expect(small).toBeGreaterThan(50)
    expect(small).toBeLessThan(150)
  })

  it('equals that of fc.check with the generator as its random type', () => {
    fc.assert(
      fc.property(seeds, addresses, fc.constantFrom(...CELLS), (seed, { slot, attempt }, cell) => {
        const { source } = cellDraws(sums, seed, cell)
        const key = keyOf(STAMP, sums.name, sums.version, spellSeed(seed), cell.name)
        const walked: unknown[] = []
        fc.check(
          fc.property(source.arbitrary, value => void walked.push(value)),
          { seed: 0, numRuns: 3, unbiased: true, randomType: () => new KeyedGenerator(key, { slot: slot - 1, attempt }) },
        )
        expect(walked).toEqual([0, 1, 2].map(step => drawn(seed, cell, sums, { slot: slot + step, attempt })))
      }),
      { seed: 3, numRuns: 50 },
    )
  })

  it('shrinks deterministically', () => {
    const walk = (): readonly unknown[] => {
      const { source, at } = cellDraws(sums, 42, trap)
      const path: unknown[] = []
      for (let value: fc.Value<unknown> | undefined = at({ slot: 0, attempt: 0 }).value; value !== undefined; ) {
        path.push(value.value)
        value = source.arbitrary.shrink(value.value_, value.context).getNthOrLast(3) ?? undefined
      }
      return path
    }
    const path = walk()
    expect(path.length).toBeGreaterThan(3)
    expect(walk()).toEqual(path)
  })
})

describe('a draw of a cell', () => {
  const cell = validCell('double', 'easy')
  const [unbiased, biased] = [cellDraws(doubles, 42, cell), cellDraws(doubles, 42, cell, true)]
  const valuesOf = (draws: typeof unbiased, count: number) =>
    Array.from({ length: count }, (_, slot) => draws.value({ slot, attempt: 0 }).value as number)

  it('records in its token whether it is biased', () => {
    expect(unbiased.token({ slot: 3, attempt: 1 }).split('~').slice(4, 9)).toEqual(['valid.double.easy', '3', '1', 'u', ''])
    expect(
      biased
        .token({ slot: 3, attempt: 1 }, { path: [2] })
        .split('~')
        .slice(4, 9),
    ).toEqual(['valid.double.easy', '3', '1', 'b', '2'])
    expect(drawAddress('a~b~c')).toBe('a~b')
  })

  it('is a small number more often under bias, less so as the slot grows', () => {
    const values = valuesOf(biased, 2_000)
    expect(values).not.toEqual(valuesOf(unbiased, 2_000))
    const small = (from: number, to: number): number => values.slice(from, to).filter(value => value < 100).length / (to - from)
    expect(small(9, 99)).toBeGreaterThan(0.08)
    expect(small(99, 999)).toBeGreaterThan(small(999, 2_000))
    expect(valuesOf(unbiased, 2_000).filter(value => value < 100).length).toBeLessThan(20)
  })
})
