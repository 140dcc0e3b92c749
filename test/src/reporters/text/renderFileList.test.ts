import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../../../src/model/manifest'
import { renderFileList } from '../../../../src/reporters/text/renderFileList'
import { renderManifest } from '../../../../src/reporters/text/renderManifest'
import { renderSample } from '../../../../src/reporters/text/renderSample'
import { buildOrFail } from '../../../support/buildOrFail'
import { readTokenOrFail } from '../../../support/readToken'

const SHA = '0123456789abcdef'.repeat(4)

describe('a list of files', () => {
  const files = { 'samples.jsonl': { rows: 10_000, bytes: 7_000_000, sha256: SHA }, 'a.jsonl': { rows: 0, bytes: 0, sha256: SHA } }
  const LINES = `    10000 rows     7000000 bytes  0123456789abcdef  samples.jsonl
        0 rows           0 bytes  0123456789abcdef  a.jsonl`

  it('has one line per file', () => {
    expect(renderFileList(files)).toBe(LINES)
    expect(renderFileList({})).toBe('')
  })

  it('begins with the origin of the rows in a manifest', () => {
    const manifest: Manifest = {
      manifest: 1,
      step: 'generate',
      level: 'sums',
      version: '1.0.0',
      stamp: 'g1-4.10.2',
      software: 'genesis-datasets 0.1.0',
      verifiedBy: [],
      seed: '-7',
      count: 10_000,
      discards: { 'no trap': 12 },
      files,
    }
    expect(renderManifest(manifest)).toBe(`sums 1.0.0, seed -7, 10000 rows\n  discards      12  no trap\n${LINES}`)
    expect(renderManifest({ ...manifest, seed: null, count: null, discards: {}, files: {} })).toBe('sums 1.0.0')
  })
})

describe('renderSample', () => {
  it('prints id, cell, input, output and token', () => {
    const { samples } = buildOrFail(sums, 42, { count: 250 })
    for (const category of ['valid', 'edge_case', 'adversarial'] as const) {
      const row = samples.find(one => one.category === category && one.input.includes('\n')) ?? expect.unreachable(category)
      const { cell } = readTokenOrFail(row.metadata.token)
      const lines = [`${row.id}, ${cell}`, ...row.input.split('\n').map(line => `    ${line}`), `    → ${row.expected_output}`]
      // A twin is drawn with its trap: the token names the trap's cell, the row its own.
      const own = cell.startsWith(category) ? lines : [`${row.id}, ${category}.plain.${row.difficulty}`, ...lines.slice(1)]
      expect(renderSample(row)).toBe([...own, `  token: ${row.metadata.token}`].join('\n'))
    }
  })

  it('prints an inconsistent row unchanged', () => {
    const [row] = buildOrFail(sums, 42, { count: 250 }).samples
    if (row === undefined) return expect.unreachable('no row')
    expect(renderSample({ ...row, category: 'adversarial', metadata: { ...row.metadata, adversarial_type: 'none' } })).toContain(
      '_000000, valid.',
    )
  })
})
