import { fc } from 'genesis-datasets'
import { type Choose, fromChoices } from 'genesis-datasets/arbitraries'
import { describe, expect, it } from 'vitest'
import { keyedRandom } from '../../src/stages/draw/keyedRandom'
import { keyOf } from '../../src/utils/hash/keyOf'

const KEY = keyOf('choices')
const at = <T>(arbitrary: fc.Arbitrary<T>, k: number): fc.Value<T> =>
  arbitrary.generate(keyedRandom(KEY, { slot: k, attempt: 0 }), undefined)
const first = <T>(arbitrary: fc.Arbitrary<T>): T => at(arbitrary, 0).value

/** Returns the simplest value for which the property fails, as fast-check's runner finds it. */
function minimum<T>(arbitrary: fc.Arbitrary<T>, fails: (value: T) => boolean, seed = 1): T {
  const details = fc.check(
    fc.property(arbitrary, value => !fails(value)),
    { seed, numRuns: 10_000, endOnFailure: false },
  )
  if (details.counterexample === null) throw new Error('the fault was not found')
  return details.counterexample[0]
}

type Tree = number | { readonly left: Tree; readonly right: Tree }
const tree = (choose: Choose, depth: number): Tree =>
  depth === 0 || !choose.boolean() ? choose.integer(0, 99) : { left: tree(choose, depth - 1), right: tree(choose, depth - 1) }
const trees = fromChoices(choose => tree(choose, 5))
const leavesOf = (one: Tree): readonly number[] => (typeof one === 'number' ? [one] : [...leavesOf(one.left), ...leavesOf(one.right)])
const lists = fromChoices(choose => Array.from({ length: choose.integer(0, 10) }, () => choose.integer(-50, 50)))

describe('fromChoices', () => {
  it('gives the same value for the same randomness', () => {
    for (let k = 0; k < 100; k++) expect(at(trees, k).value).toEqual(at(trees, k).value)
    expect(new Set(Array.from({ length: 100 }, (_, k) => JSON.stringify(at(lists, k).value))).size).toBeGreaterThan(50)
  })

  it('draws integers within their bounds, both ends included', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000, max: 1_000 }), fc.nat(3), (min, span) => {
        const values = Array.from(
          { length: 200 },
          (_, k) =>
            at(
              fromChoices(choose => choose.integer(min, min + span)),
              k,
            ).value,
        )
        expect(new Set(values)).toEqual(new Set(Array.from({ length: span + 1 }, (_, step) => min + step)))
      }),
      { seed: 1, numRuns: 50 },
    )
  })

  it('picks every item of a list and both booleans', () => {
    const picks = fromChoices(choose => `${choose.pick(['a', 'b', 'c'])}${choose.boolean()}`)
    expect(new Set(Array.from({ length: 200 }, (_, k) => at(picks, k).value)).size).toBe(6)
  })

  it.each([1, 8, 31, 32, 33, 64, 128])('draws at most %i bits', width => {
    const words = Array.from(
      { length: 2_000 },
      (_, k) =>
        at(
          fromChoices(choose => choose.bits(width)),
          k,
        ).value,
    )
    for (const word of words) expect(word >= 0n && word < 1n << BigInt(width)).toBe(true)
    for (let bit = 0; bit < width; bit++) {
      const ones = words.filter(word => ((word >> BigInt(bit)) & 1n) === 1n).length
      // Half of 2,000; six standard deviations either way.
      expect(Math.abs(ones - 1_000), `bit ${bit}`).toBeLessThan(135)
    }
  })

  it('draws evenly over a range beyond 32 bits', () => {
    const max = Number.MAX_SAFE_INTEGER
    const values = Array.from(
      { length: 2_000 },
      (_, k) =>
        at(
          fromChoices(choose => choose.integer(0, max)),
          k,
        ).value,
    )
    const above = values.filter(value => value > max / 2).length
    expect(Math.abs(above - 1_000)).toBeLessThan(135)
  })

  it.each([1, 2, 3, 4, 5])('shrinks to the known minimum (seed %i)', seed => {
    expect(
      minimum(
        fromChoices(choose => choose.integer(0, 100_000)),
        value => value >= 777,
        seed,
      ),
    ).toBe(777)
    expect(
      minimum(
        fromChoices(choose => choose.integer(-100, 100)),
        value => value >= -7,
        seed,
      ),
    ).toBe(-7)
    expect(
      minimum(
        fromChoices(choose => choose.bits(64)),
        value => value >= 2n ** 40n,
        seed,
      ),
    ).toBe(2n ** 40n)
    expect(
      minimum(
        fromChoices(choose => choose.pick(['a', 'b', 'c', 'd'])),
        value => value > 'b',
        seed,
      ),
    ).toBe('c')
  })

  it.each([1, 2, 3, 4, 5])('drops irrelevant items if lengths are choices as well (seed %i)', seed => {
    expect(minimum(lists, list => list.some(value => value >= 20), seed)).toEqual([20])
    expect(minimum(lists, list => list.length >= 3, seed)).toEqual([-50, -50, -50])
  })

  it.each([1, 2, 3, 4, 5])('drops items from the middle if each item is followed by a choice to continue (seed %i)', seed => {
    const chains = fromChoices(choose => {
      const items: number[] = []
      do items.push(choose.integer(0, 50))
      while (choose.integer(0, 5) > 0)
      return items
    })
    expect(minimum(chains, items => items.includes(20) && items.length > 1, seed).length).toBe(2)
    expect(minimum(chains, items => items.some(item => item >= 20), seed)).toEqual([20])
  })

  it.each([1, 2, 3, 4, 5])('replaces a tree by one of its branches (seed %i)', seed => {
    expect(minimum(trees, one => leavesOf(one).some(leaf => leaf >= 40), seed)).toBe(40)
    expect(leavesOf(minimum(trees, one => leavesOf(one).length >= 3, seed))).toEqual([0, 0, 0])
  })

  it('shrinks to simpler values only, and therefore terminates', () => {
    for (let k = 0; k < 20; k++) {
      let value = at(trees, k)
      for (let steps = 0; ; steps++) {
        expect(steps).toBeLessThan(5_000)
        const next = trees.shrink(value.value_, value.context).getNthOrLast(0)
        if (next === null) break
        value = next
      }
      expect(value.value).toBe(0)
    }
  })

  it('shrinks deterministically', () => {
    const path = (): readonly Tree[] => {
      const { value_, context } = at(trees, 3)
      return [...trees.shrink(value_, context)].map(({ value }) => value)
    }
    expect(path().length).toBeGreaterThan(0)
    expect(path()).toEqual(path())
  })

  it('shrinks through map', () => {
    expect(
      minimum(
        lists.map(list => ({ list })),
        ({ list }) => list.length >= 2,
      ),
    ).toEqual({ list: [-50, -50] })
  })

  it('does not shrink a value without known choices', () => {
    expect(lists.canShrinkWithoutContext([1])).toBe(false)
    expect([...lists.shrink([1], undefined)]).toEqual([])
  })

  it('accepts a builder that makes no choice', () => {
    const nothing = fromChoices(() => 'nothing')
    expect(first(nothing)).toBe('nothing')
    expect([...nothing.shrink('nothing', [])]).toEqual([])
  })
})
