import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { buildDataset } from 'genesis-datasets'
import { buildFiles, reportFiles } from 'genesis-datasets/files'
import { describe, expect, it } from 'vitest'
import { sums } from '../../../../examples/levels/sums'
import { temporaryFolder } from '../../../support/temporaryFolder'

const at = temporaryFolder()

describe('reportFiles', () => {
  it('counts in the files what their build reported', async () => {
    expect(E.isRight(await buildFiles(sums, 7, { out: at('data'), count: 300 }))).toBe(true)
    const built = buildDataset(sums, 7, { count: 300 })
    const report = await reportFiles(sums, { input: join(at('data'), 'validated/sums') })
    expect(E.isRight(report) && report.right).toEqual(E.isRight(built) && built.right.report)
  })

  it('rejects files that do not match their manifest', async () => {
    expect(E.isRight(await buildFiles(sums, 7, { out: at('edited'), count: 300 }))).toBe(true)
    const file = join(at('edited'), 'validated/sums/train.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"difficulty":"easy"', '"difficulty":"hard"'))
    const report = await reportFiles(sums, { input: join(at('edited'), 'validated/sums') })
    expect(E.isLeft(report) && 'problems' in report.left && report.left.problems).toMatchObject([{ _tag: 'CannotRead', path: file }])
  })

  it('reports errors in the arguments', async () => {
    const report = await reportFiles(sums, { input: '', onProgress: 1 as never })
    expect(E.isLeft(report) && 'problems' in report.left && report.left.problems).toMatchObject([
      { path: 'options.input' },
      { path: 'options.onProgress' },
    ])
  })
})
