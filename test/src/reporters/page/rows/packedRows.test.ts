import { deflateRawSync } from 'node:zlib'
import { fc } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { loadRows } from '../../../../../src/reporters/page/browser/loadRows'
import { packRows, unpackRows } from '../../../../../src/reporters/page/rows/packedRows'
import type { PageRow } from '../../../../../src/reporters/page/rows/pageRow'

/** Any text: control characters, quotes, halves of surrogate pairs. */
const text = fc
  .array(fc.oneof(fc.nat(0xffff), fc.nat(0x7f), fc.constantFrom(0, 0xd800, 0xdc00, 0x2028)), { maxLength: 12 })
  .map(codes => String.fromCharCode(...codes))
const few = fc.constantFrom('train', 'val', 'test', '__proto__')

const row: fc.Arbitrary<PageRow> = fc.record({
  id: text,
  input: text,
  expected_output: text,
  split: few,
  category: few,
  topic: text,
  difficulty: few,
  adversarial_type: few,
  edge: few,
  measured_difficulty: fc.integer(),
  verified: fc.boolean(),
  verification_method: few,
  verified_by: fc.array(few, { maxLength: 2 }),
  laws: fc.array(text, { maxLength: 2 }),
  group: text,
  token: text,
  twin: few,
})

describe('packRows', () => {
  it('round-trips rows with any texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 20 }), async rows => {
        const plain = rows.map(one => ({ ...one }))
        expect(unpackRows(packRows(plain))).toEqual(plain)
        expect(await loadRows(deflateRawSync(JSON.stringify(packRows(plain))).toString('base64'))).toEqual(plain)
      }),
      { seed: 42 },
    )
  })

  it('stores repeated values once', () => {
    const [one] = fc.sample(row, { seed: 7, numRuns: 1 }) as [PageRow]
    const rows = Array.from({ length: 100 }, (_, index) => ({ ...one, id: `x_${index}`, laws: ['first', 'second'] }))
    const { columns } = packRows(rows)
    expect(columns.laws?.values).toEqual([['first', 'second']])
    expect(columns.id).toEqual({ values: rows.map(({ id }) => id) })
  })
})
