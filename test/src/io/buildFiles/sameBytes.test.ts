import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFiles, generateFiles, splitFiles, verifyFiles } from 'genesis-datasets/files'
import { buildDataset, type LevelSpec } from 'genesis-datasets'
import { level0 } from 'genesis-datasets/levels'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { smallSums } from '../../../support/smallSums'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { expectRight } from '../support/stepCalls'

const at = temporaryFolder()

/** Builds a level in one call and in three steps, and compares all files that both write. */
async function expectSameBytes<Q, A>(level: LevelSpec<Q, A>, seed: number | bigint, count: number): Promise<void> {
  const [built, stepped] = ['built', 'stepped'].map(kind => at(`${level.name}-${seed}-${count}-${kind}`)) as [string, string]
  const report = expectRight(await buildFiles(level, seed, { out: built, count, checkpointEvery: 100 }))
  const [input, output] = [join(stepped, 'raw', level.name), join(stepped, 'validated', level.name)]
  expectRight(await generateFiles(level, seed, { out: stepped, count, checkpointEvery: 77 }))
  expect(expectRight(await verifyFiles(level, { input, output }))).toMatchObject({
    verified: count,
    rejected: 0,
    unreadable: 0,
    problems: [],
    notes: [],
  })
  expect(expectRight(await splitFiles(level, { input: output }))).toEqual(report)

  const { '.verified.jsonl': verified = '', '.verified.json': _, '.rejected.jsonl': rejected, ...validated } = bytesUnder(output)
  expect([verified.split('\n').length - 1, rejected]).toEqual([count, ''])
  expect(validated).toEqual(bytesUnder(join(built, 'validated', level.name)))
  expect(bytesUnder(join(stepped, 'raw'))).toEqual(bytesUnder(join(built, 'raw')))
  for (const name of ['README.md', 'croissant.json']) expect(readFileSync(join(stepped, name))).toEqual(readFileSync(join(built, name)))
  expect(Object.keys(bytesUnder(built)).filter(path => !/^(?:raw|validated)\//.test(path))).toEqual(['README.md', 'croissant.json'])

  // The call in memory returns the same rows.
  for (const [split, rows] of Object.entries(expectRight(buildDataset(level, seed, { count })).splits))
    expect(validated[`${split}.jsonl`], split).toBe(rows.map(row => `${JSON.stringify(row)}\n`).join(''))
}

describe('buildFiles compared with generateFiles, verifyFiles and splitFiles', () => {
  it.each<[number | bigint, number]>([
    [42, 250],
    [0, 1],
    [-7, 13],
    [2n ** 70n, 600],
  ])('writes the same bytes for sums: seed %s, %d rows', async (seed, count) => {
    await expectSameBytes(sums, seed, count)
  })

  it('writes the same bytes for a level with many discards and capacity adjustments', async () => {
    await expectSameBytes(smallSums, 5, 300)
  })

  it('writes the same bytes for level 0', async () => {
    await expectSameBytes(await level0(), 42, 250)
  })
})
