import type { Sample } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { EXPORT_FORMATS } from '../../../src/export/exportFormats'
import { exportRow } from '../../../src/export/exportRow'
import { withReversedKeys, sampleOf } from '../../support/sampleOf'

const sample = sampleOf()
const labels = {
  id: 'words_000007',
  category: 'adversarial',
  difficulty: 'hard',
  topic: 'spelling',
  adversarial_type: 'malformed',
  edge: 'none',
  token: sample.metadata.token,
}
const user = { role: 'user', content: sample.input }

describe('exportRow', () => {
  it('writes messages as a conversation of two turns', () => {
    expect(exportRow('messages', sample)).toEqual({ messages: [user, { role: 'assistant', content: 's-s' }], ...labels })
  })

  it('writes prompt-completion with both texts separate, and the answer where reward functions read it', () => {
    expect(exportRow('prompt-completion', sample)).toEqual({ prompt: `${sample.input}\n`, completion: 's-s', answer: 's-s', ...labels })
  })

  it('writes verifiers with all other data in info', () => {
    const { info, ...row } = exportRow('verifiers', sample)
    expect(row).toEqual({ prompt: [user], answer: 's-s' })
    const { input, expected_output, metadata, ...rest } = sample
    expect(JSON.parse(info)).toEqual({ ...rest, ...metadata })
  })

  it('writes inspect with all other data in metadata', () => {
    const { id, input, expected_output, metadata, ...rest } = sample
    expect(exportRow('inspect', sample)).toEqual({ input, target: expected_output, id, metadata: { ...rest, ...metadata } })
  })

  it('writes openai-evals as a chat with its ideal', () => {
    expect(exportRow('openai-evals', sample)).toEqual({ input: [user], ideal: 's-s', ...labels })
  })

  it('writes parquet with the metadata as one text', () => {
    const { metadata, ...row } = exportRow('parquet', sample)
    const { metadata: nested, ...flat } = sample
    expect(row).toEqual(flat)
    expect(JSON.parse(metadata)).toEqual(nested)
  })
})

/** Returns the keys of a value with their types in order; for a list, the types of its items. */
function typeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map(part => JSON.stringify(typeOf(part))))]
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  return Object.entries(value).map(([key, part]) => [key, typeOf(part)])
}

const OTHERS: readonly Sample[] = [
  sampleOf({ input: '', expected_output: '{"a": null}', category: 'valid', verified: false }, { adversarial_type: 'none', token: '' }),
  sampleOf({ id: '1', expected_output: '2026-01-01', difficulty: 'easy' }, { measured_difficulty: 0, laws: ['a.b'], edge: 'least' }),
]

describe.each(EXPORT_FORMATS)('exportRow as %s', format => {
  it('gives every row the same keys in the same order with the same types', () => {
    for (const other of OTHERS) expect(typeOf(exportRow(format, other))).toEqual(typeOf(exportRow(format, sample)))
  })

  it('gives equal rows equal bytes, independent of the order of their keys', () => {
    expect(JSON.stringify(exportRow(format, withReversedKeys(sample)))).toBe(JSON.stringify(exportRow(format, sample)))
  })

  it('contains no null, and keeps the token', () => {
    const text = JSON.stringify(exportRow(format, sample))
    expect(text).not.toContain('null')
    expect(text).toContain(sample.metadata.token)
    expect(text).toContain(sample.id)
  })
})
