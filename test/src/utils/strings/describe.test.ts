import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { describe as inWords } from '../../../../src/utils/strings/describe'

const revoked = (): object => {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}

describe('describe', () => {
  it.each<[unknown, string]>([
    [undefined, 'undefined'],
    [null, 'null'],
    [true, 'true'],
    [1.5, '1.5'],
    [Number.NaN, 'NaN'],
    [12n, '12n'],
    ['', '""'],
    ['a "word"', '"a \\"word\\""'],
    ['x'.repeat(60), `"${'x'.repeat(60)}"`],
    ['x'.repeat(61), `"${'x'.repeat(60)}…"`],
    [() => 1, 'a function'],
    [[], 'an empty array'],
    [[[], []], 'an array of 2'],
    [{}, 'an empty object'],
    [Promise.resolve(1), 'a Promise'],
    [Symbol('s'), 'a symbol'],
  ])('is short and names the kind of a value: %#', (value, words) => {
    expect(inWords(value)).toBe(words)
  })

  it('distinguishes objects with parts from empty ones', () => {
    expect(inWords({ a: 1 })).toMatch(/^an? object$/)
  })

  it('says that a value cannot be read', () => {
    expect(inWords(revoked())).toBe('a value that cannot be read')
  })

  it('returns at most 80 characters for any value', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), value => {
        fc.pre(typeof value !== 'bigint' && !(typeof value === 'string' && JSON.stringify(value).length > 78))
        expect(inWords(value)).toMatch(/^.{1,80}$/s)
      }),
      { seed: 1 },
    )
  })
})
