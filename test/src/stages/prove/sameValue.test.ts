import { isDeepStrictEqual } from 'node:util'
import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { sameValue } from '../../../../src/stages/prove/sameValue'

const leaf = fc.oneof(
  fc.constantFrom<unknown>(0, -0, 1, Number.NaN, '', 'a', null, undefined, true, 0n, 1n),
  fc.constantFrom(0, 1).map(time => new Date(time)),
  fc.constantFrom([], ['a']).map(items => new Set(items)),
  fc.constantFrom([0], [1]).map(bytes => Uint8Array.from(bytes)),
)
/** Few different parts, so that equal values and near misses are common. */
const { value: values } = fc.letrec<{ value: unknown }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'toString', '__proto__'), tie('value'), { maxKeys: 2 }),
  ),
}))

describe('sameValue', () => {
  it('agrees with isDeepStrictEqual for any two values', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        expect(sameValue(one, other)).toBe(isDeepStrictEqual(one, other))
      }),
      { seed: 1, numRuns: 20_000 },
    )
  })

  it('accepts a copy of a value', () => {
    fc.assert(
      fc.property(fc.clone(values, 2), ([one, other]) => {
        expect(sameValue(one, other)).toBe(true)
      }),
      { seed: 2, numRuns: 2_000 },
    )
  })

  it.each<[string, unknown, unknown]>([
    ['a key with undefined for one that is missing', { a: undefined }, { b: undefined }],
    ['more keys', { a: 1 }, { a: 1, b: 2 }],
    ['a key of the prototype', { toString: Object.prototype.toString }, { a: 1 }],
    ['an array for an object', [], {}],
    ['a longer array', [1], [1, 2]],
    ['an object without a prototype', Object.create(null), {}],
    ['an instance for a plain object', new (class {})(), {}],
    ['minus zero for zero', [-0], [0]],
    ['null for an object', null, {}],
    ['another date', new Date(0), new Date(1)],
    ['another map', new Map([[1, 2]]), new Map([[1, 3]])],
  ])('detects a difference: %s', (_, one, other) => {
    expect(sameValue(one, other)).toBe(false)
    expect(sameValue(other, one)).toBe(false)
  })
})
