import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import type { Sample } from 'genesis-datasets'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parquetRow } from '../../../../src/export/parquetRow'
import { openParquet } from '../../../../src/io/exportFiles/parquetFile'
import { expectProblems } from '../../../support/expectProblems'
import { joinPieces, parquetBytes } from './support/parquetBytes'
import { sampleOf } from '../../../support/sampleOf'

const sampleAt = (index: number, input = `add: ${index} + ${(index * 7_919) % 10_007}`): Sample =>
  sampleOf({ id: `words_${String(index).padStart(6, '0')}`, input, verified: index % 3 === 0 }, { measured_difficulty: index })
const samplesOf = (count: number): readonly Sample[] => Array.from({ length: count }, (_, index) => sampleAt(index))

describe('a Parquet file', () => {
  it('holds the rows, in order', async () => {
    const samples = samplesOf(5_001)
    const { bytes } = await parquetBytes(samples)
    expect(await parquetReadObjects({ file: bytes })).toEqual(samples.map(parquetRow))
  })

  it('holds any well-formed text', async () => {
    const texts = ['', '\0', '\r\n\u2028', '"\\', 'ÿ ß 漢字', '🦜 \u{10ffff}', '\ufffd\ufeff', 'null', '2026-11-22']
    const samples = texts.map((text, index) =>
      sampleOf({ id: String(index), input: text, expected_output: text }, { edge: text, laws: [text] }),
    )
    expect(await parquetReadObjects({ file: (await parquetBytes(samples)).bytes })).toEqual(samples.map(parquetRow))
  })

  it('has its columns if it has no rows', async () => {
    const { bytes } = await parquetBytes([])
    const { num_rows, row_groups, schema } = parquetMetadata(bytes)
    expect([num_rows, row_groups.length]).toEqual([0n, 0])
    expect(schema.slice(1).map(({ name }) => name)).toEqual(Object.keys(parquetRow(sampleOf())))
    expect(await parquetReadObjects({ file: bytes })).toEqual([])
  })

  it('has no nullable and no nested column', async () => {
    const [root, ...columns] = parquetMetadata((await parquetBytes(samplesOf(3))).bytes).schema
    expect(root?.num_children).toBe(8)
    for (const { name, repetition_type, type, converted_type } of columns) {
      const [physical, logical] = name === 'verified' ? ['BOOLEAN', undefined] : ['BYTE_ARRAY', 'UTF8']
      expect({ name, repetition_type, type, converted_type }).toEqual({
        name,
        repetition_type: 'REQUIRED',
        type: physical,
        converted_type: logical,
      })
    }
  })

  it('has the same bytes at each run', async () => {
    const [first, second] = [await parquetBytes(samplesOf(6_000)), await parquetBytes(samplesOf(6_000))]
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
  })
})

describe('a row group', () => {
  const rowsOf = (bytes: ArrayBuffer): readonly number[] => parquetMetadata(bytes).row_groups.map(({ num_rows }) => Number(num_rows))

  it('has 5,000 rows, except for the last one', async () => {
    expect(rowsOf((await parquetBytes(samplesOf(12_001))).bytes)).toEqual([5_000, 5_000, 2_001])
    expect(rowsOf((await parquetBytes(samplesOf(5_000))).bytes)).toEqual([5_000])
  })

  it('ends earlier if rows are long, so that no group is too large to display', async () => {
    const long = 'x'.repeat(8 * 1024 * 1024)
    const { bytes } = await parquetBytes(Array.from({ length: 9 }, (_, index) => sampleAt(index, `${index}${long}`)))
    expect(rowsOf(bytes)).toEqual([4, 4, 1])
  })

  it('is emitted as soon as it is complete, so that only one is in memory', async () => {
    const { pieces, bytes } = await parquetBytes(samplesOf(20_000))
    expect(pieces.length).toBeGreaterThanOrEqual(5)
    expect(Math.max(...pieces)).toBeLessThan(bytes.byteLength / 2)
  })

  it('has an index of its pages', async () => {
    const samples = Array.from({ length: 5_000 }, (_, index) => sampleAt(index, `${index} ${'y'.repeat(200)}`))
    const [group] = parquetMetadata((await parquetBytes(samples)).bytes).row_groups
    const input = group?.columns.find(({ meta_data }) => meta_data?.path_in_schema[0] === 'input')
    expect(input?.offset_index_length).toBeGreaterThan(0)
    expect(input?.column_index_length).toBeGreaterThan(0)
  })
})

describe('a lone surrogate', () => {
  it.each(['id', 'input', 'expected_output'] as const)('is rejected in %s, and nothing of its row is written', async field => {
    const pieces: Uint8Array[] = []
    const opened = await openParquet(bytes => pieces.push(bytes))
    if (opened._tag === 'Left') throw new Error('not opened')
    const problem = opened.right.write(sampleOf({ [field]: 'a\ud83d' }))
    if (problem === undefined) throw new Error('it was taken')
    expect(expectProblems({ _tag: 'FileError', problems: [problem] })[0]).toMatchObject({
      _tag: 'InvalidRow',
      received: 'a lone surrogate',
    })
    expect(problem.path).toMatch(new RegExp(`\\.${field}$`))
    expect(problem.path.isWellFormed()).toBe(true)
    expect(opened.right.write(sampleOf())).toBeUndefined()
    opened.right.finish()
    expect(await parquetReadObjects({ file: joinPieces(pieces) })).toEqual([parquetRow(sampleOf())])
  })

  it('is kept in the metadata, since JSON escapes it', async () => {
    const sample = sampleOf({}, { edge: '\udc00' })
    const [row] = await parquetReadObjects({ file: (await parquetBytes([sample])).bytes })
    expect(JSON.parse(row?.metadata)).toEqual(sample.metadata)
  })
})

describe('a missing hyparquet-writer', () => {
  beforeEach(() => vi.resetModules())
  afterEach(() => vi.doUnmock('hyparquet-writer'))

  it('is reported with the package to install', async () => {
    vi.doMock('hyparquet-writer', () => {
      throw Object.assign(new Error("Cannot find package 'hyparquet-writer'"), { code: 'ERR_MODULE_NOT_FOUND' })
    })
    const opened = await (await import('../../../../src/io/exportFiles/parquetFile')).openParquet(() => undefined)
    if (opened._tag === 'Right') throw new Error('it was opened')
    expect(expectProblems(opened.left)).toMatchObject([
      { _tag: 'ToolMissing', path: 'hyparquet-writer', hint: 'npm install hyparquet-writer' },
    ])
  })
})

describe('an error of append', () => {
  it('is propagated, for example that of a full disk', async () => {
    const opened = await openParquet(() => {
      throw new Error('ENOSPC')
    })
    if (opened._tag === 'Left') throw new Error('not opened')
    opened.right.write(sampleOf())
    expect(() => opened.right.finish()).toThrow('ENOSPC')
  })
})
