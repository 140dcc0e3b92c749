import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicateKey } from '../../../src/verify/duplicateKey'

/** A value as JSON text, with the path of a repeated key in it. */
interface Spelled {
  readonly json: string
  /** Path below the value; undefined if no key repeats. */
  readonly twice: string | undefined
}

const keys = fc.constantFrom('a', 'b', '', '\\', '"', ':', '{', '\u0000', '__proto__', 'constructor')
const blanks = fc.constantFrom('', ' ', '\n\t', '\r ')
const scalars = fc
  .constantFrom('1', 'null', '"a"', '"\\\\"', '"\\""', '"\\\\\\""', '"{\\"a\\":1,\\"a\\":2}"', '"[{"', '""')
  .map((json): Spelled => ({ json, twice: undefined }))

const { value: values } = fc.letrec<{ value: Spelled }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }).map(items => ({
      json: `[${items.map(({ json }) => json).join()}]`,
      twice: items.find(({ twice }) => twice !== undefined)?.twice,
    })),
    fc.array(fc.record({ key: keys, before: blanks, after: blanks, value: tie('value') }), { maxLength: 4 }).map(objectOf),
  ),
}))

function objectOf(fields: readonly { key: string; before: string; after: string; value: Spelled }[]): Spelled {
  const json = `{${fields.map(({ key, before, after, value }) => `${before}${JSON.stringify(key)}${after}:${after}${value.json}`).join()}}`
  const seen = new Set<string>()
  for (const { key, value } of fields) {
    const path = key || '""'
    if (seen.has(key)) return { json, twice: path }
    seen.add(key)
    if (value.twice !== undefined) return { json, twice: `${path}.${value.twice}` }
  }
  return { json, twice: undefined }
}

describe('duplicateKey', () => {
  it('returns the path of a repeated key in any JSON text, and only of such a key', () => {
    let found = 0
    fc.assert(
      fc.property(values, ({ json, twice }) => {
        JSON.parse(json)
        expect(duplicateKey(json), json).toBe(twice)
        if (twice !== undefined) found++
      }),
      { seed: 42, numRuns: 5_000 },
    )
    expect(found).toBeGreaterThan(300)
  })

  it.each<[string, string]>([
    ['ten megabytes of text', '"x"'.replace('x', 'a'.repeat(1e7))],
    ['ten megabytes of escapes', `"${'\\"'.repeat(5e6)}"`],
    ['ten megabytes of backslashes', `"${'\\\\'.repeat(5e6)}"`],
    ['ten megabytes of blanks', `1${' '.repeat(1e7)}`],
  ])('finds it behind %s', (_, value) => {
    expect(duplicateKey(`{"a":${value},"b":1,"a":2}`)).toBe('a')
    expect(duplicateKey(`{"a":${value},"b":1}`)).toBeUndefined()
  })

  it('finds it among 100,000 keys, below 10,000 levels, and with a long name', () => {
    const many = Array.from({ length: 100_000 }, (_, index) => `"k${index}":1`).join()
    expect(duplicateKey(`{${many},"k99999":1}`)).toBe('k99999')
    expect(duplicateKey(`{${many}}`)).toBeUndefined()
    const deep = '{"a":'.repeat(10_000)
    expect(duplicateKey(`${deep}{"b":1,"b":1}${'}'.repeat(10_000)}`)).toBe(`${'a.'.repeat(10_000)}b`)
    const long = 'k'.repeat(1e7)
    expect(duplicateKey(`{"${long}":1,"${long}":1}`)).toBe(long)
  })
})
