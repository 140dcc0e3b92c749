import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { buildFiles, exportFiles, gradeFiles, readLevelName, reportFiles, verifyFiles } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectProblems } from '../../../support/expectProblems'

describe('a folder of rows', () => {
  let out: string
  let input: string
  beforeEach(async () => {
    out = mkdtempSync(join(tmpdir(), 'genesis-lost-'))
    input = join(out, 'validated/sums')
    await buildFiles(sums, 42, { out, count: 250 })
  })
  afterEach(() => rmSync(out, { recursive: true, force: true }))

  it('is reported by every reader if a file from its manifest is missing', async () => {
    const predictions = join(out, 'predictions.jsonl')
    writeFileSync(predictions, '{"id":"sums_000001","output":"1"}\n')
    rmSync(join(input, 'test.jsonl'))
    const results = [
      await reportFiles(sums, { input }),
      await gradeFiles(sums, { input, predictions }),
      await verifyFiles(sums, { input, output: join(out, 'again') }),
      await exportFiles({ input, output: join(out, 'exports'), format: 'messages' }),
    ]
    for (const result of results) {
      expect(E.isLeft(result) && expectProblems(result.left)).toMatchObject([
        { _tag: 'CannotRead', path: join(input, 'test.jsonl'), received: 'no such file' },
      ])
    }
  })

  it('is rejected for another level by calls that depend on the level', async () => {
    const predictions = join(out, 'predictions.jsonl')
    writeFileSync(predictions, '{"id":"sums_000001","output":"1"}\n')
    const another = { ...sums, name: 'another' }
    for (const result of [await reportFiles(another, { input }), await gradeFiles(another, { input, predictions })]) {
      const received = 'rows of sums'
      expect(E.isLeft(result) && expectProblems(result.left)).toMatchObject([
        { _tag: 'CannotRead', path: input, expected: 'rows of another', received },
      ])
    }
  })

  it.each(['../../elsewhere', 'a/b', '..', '', '7up'])(
    'does not yield "%s" as the name of a level, since the name becomes a path',
    name => {
      const rows = join(out, 'rows.jsonl')
      const [first = ''] = readFileSync(join(input, 'train.jsonl'), 'utf8').split('\n')
      writeFileSync(rows, first.replace(/"id":"sums_/, `"id":"${name}_`))
      expect(readLevelName(rows)).toBe(undefined)
      writeFileSync(rows, first)
      expect(readLevelName(rows)).toBe('sums')
    },
  )
})
