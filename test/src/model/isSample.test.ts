import { fc, type Sample, SampleCodec } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { isSample } from '../../../src/model/isSample'

const ROW: Sample = {
  id: 'sums_000000',
  input: 'sum: 1 + 2',
  expected_output: '3',
  category: 'valid',
  difficulty: 'easy',
  verified: true,
  verification_method: 'test',
  metadata: {
    topic: 'plain',
    adversarial_type: 'none',
    edge: 'none',
    laws: ['text.wellFormed'],
    verified_by: ['digit by digit 1.0.0'],
    group: '0123456789abcdef',
    measured_difficulty: 2,
    token: 'token',
  } as unknown as Sample['metadata'],
}

const others = fc.constantFrom<unknown>(
  'text',
  'none',
  'valid',
  'edge_case',
  'adversarial',
  'easy',
  'hard',
  'malformed',
  'manual',
  'toString',
  1,
  0.5,
  -1,
  Number.NaN,
  Infinity,
  true,
  false,
  null,
  undefined,
  1n,
  [],
  ['a'],
  ['a', 1],
  [undefined],
  {},
  [[]],
  new Set(['a']),
)
const keysOf = (value: object) => fc.constantFrom(...Object.keys(value))
const edits = fc.array(fc.tuple(fc.oneof(keysOf(ROW), keysOf(ROW.metadata)), fc.option(others, { nil: 'left out' })), { maxLength: 3 })

/** Returns a row with some fields changed or missing. */
function edited(list: readonly (readonly [string, unknown])[]): unknown {
  const row: Record<string, unknown> = { ...ROW, metadata: { ...ROW.metadata } }
  for (const [key, value] of list) {
    const metadata = row.metadata
    const place = key in ROW || typeof metadata !== 'object' || metadata === null ? row : (metadata as Record<string, unknown>)
    if (value === 'left out') delete place[key]
    else place[key] = value
  }
  return row
}

describe('isSample', () => {
  it('accepts a row', () => {
    expect(isSample(ROW)).toBe(true)
  })

  it('agrees with the codec about rows with changed or missing fields', () => {
    let rejected = 0
    fc.assert(
      fc.property(edits, list => {
        const row = edited(list)
        expect(isSample(row)).toBe(SampleCodec.is(row))
        if (!isSample(row)) rejected += 1
      }),
      { seed: 1, numRuns: 5_000 },
    )
    expect(rejected).toBeGreaterThan(2_000)
  })

  it.each([[undefined], [null], ['row'], [[]], [Object.assign([], ROW)], [{ ...ROW, metadata: Object.assign([], ROW.metadata) }], [{}]])(
    'agrees with the codec about %j',
    value => {
      expect(isSample(value)).toBe(SampleCodec.is(value))
    },
  )
})
