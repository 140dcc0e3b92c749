import { either as E } from 'fp-ts'
import type { SchemaElement, Writer } from 'hyparquet-writer'
import { type ParquetRow, parquetRow } from '../../export/parquetRow'
import { messageOf } from '../../utils/strings/errorMessage'
import { type FileError, fileError, type Problem } from '../../model/problem'
import type { Sample } from '../../model/sample'
import { invalidRow } from '../../verify/invalidRow'

/**
 * Maximum size of a row group in rows and in characters; the first limit that is reached ends the group. The Hugging Face viewer
 * reads whole groups and shows none above 286 MiB. It reads groups of 5,000 rows quickly, and a million rows need 200 of them.
 * Rows of usual length reach the limit of rows. The limit of characters, of at most two bytes in memory each, covers long rows.
 */
const GROUP_ROWS = 5_000
const GROUP_CHARACTERS = 32 * 1024 * 1024

/** Size of a page in bytes. A group has many pages with an index, so that a reader of 100 rows need not decode the whole group. */
const PAGE_BYTES = 128 * 1024

/** Columns with their types. No column is nullable, because no field is ever null. */
const COLUMNS: { readonly [Name in keyof ParquetRow]: 'text' | 'boolean' } = {
  id: 'text',
  input: 'text',
  expected_output: 'text',
  category: 'text',
  difficulty: 'text',
  verified: 'boolean',
  verification_method: 'text',
  metadata: 'text',
}
const NAMES = Object.keys(COLUMNS) as readonly (keyof ParquetRow)[]

/** Parquet file that is being written. Both functions write synchronously. */
export interface ParquetFile {
  /** Adds a row; returns a problem if the row is invalid, and then writes no part of it. */
  readonly write: (sample: Sample) => Problem | undefined
  /** Writes the remaining rows and the footer, without which the file cannot be read. */
  readonly finish: () => void
}

/**
 * Opens a Parquet file of rows (`parquetRow`), and passes its bytes to `append` in order. The file has Snappy compression, UTF-8
 * texts and row groups of 5,000 rows; memory holds at most one group. Returns an error if `hyparquet-writer` is not installed.
 * Exceptions of `append` propagate through `write` and `finish`. Equal rows give equal bytes with the same version of that package.
 */
export const openParquet = async (append: Append): Promise<E.Either<FileError, ParquetFile>> =>
  E.map((open: OpenParquet) => open(append))(await loadParquet())

/** Loads `hyparquet-writer`; returns a function that opens Parquet files synchronously, or the problem that it is not installed. */
export const loadParquet = async (): Promise<E.Either<FileError, OpenParquet>> =>
  E.map((library: Library) => (append: Append) => parquetInto(library, append))(await importWriter())

type Append = (bytes: Uint8Array) => void
/** Function that opens a Parquet file, whose bytes go to `append`. */
export type OpenParquet = (append: Append) => ParquetFile
type Library = typeof import('hyparquet-writer')

function parquetInto({ ByteWriter, ParquetWriter }: Library, append: Append): ParquetFile {
  const file = new ParquetWriter({ writer: appendOnFlush(new ByteWriter(), append), schema: schema() })
  let group = emptyGroup()
  const endGroup = (): void => {
    if (group.rows === 0) return
    const columnData = NAMES.map(name => ({ name, data: group.columns[name], columnIndex: true }))
    file.write({ columnData, rowGroupSize: group.rows, pageSize: PAGE_BYTES })
    group = emptyGroup()
  }
  return {
    write: sample => {
      const row = parquetRow(sample)
      const problem = illFormedText(row)
      if (problem !== undefined) return problem
      addTo(group, row)
      if (group.rows >= GROUP_ROWS || group.characters >= GROUP_CHARACTERS) endGroup()
      return undefined
    },
    finish: () => {
      endGroup()
      file.finish()
    },
  }
}

async function importWriter(): Promise<E.Either<FileError, Library>> {
  try {
    return E.right(await import('hyparquet-writer'))
  } catch (thrown) {
    return E.left(
      fileError([
        {
          _tag: 'ToolMissing',
          path: 'hyparquet-writer',
          expected: 'the package that writes Parquet',
          received: messageOf(thrown) || 'a package that does not load',
          hint: 'npm install hyparquet-writer',
        },
      ]),
    )
  }
}

const schema = (): SchemaElement[] => [
  { name: 'root', num_children: NAMES.length },
  ...NAMES.map(
    (name): SchemaElement =>
      COLUMNS[name] === 'boolean'
        ? { name, type: 'BOOLEAN', repetition_type: 'REQUIRED' }
        : { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  ),
]

/** Makes a writer pass its bytes to `append` after each row group, as a copy, because the writer reuses its buffer. */
function appendOnFlush<W extends Writer & { index: number }>(writer: W, append: (bytes: Uint8Array) => void): W {
  const flush = (): void => {
    append(writer.getBytes().slice())
    writer.index = 0
  }
  return Object.assign(writer, { flush, finish: flush })
}

interface Group {
  readonly columns: Readonly<Record<keyof ParquetRow, (string | boolean)[]>>
  rows: number
  characters: number
}

const emptyGroup = (): Group => ({
  columns: { id: [], input: [], expected_output: [], category: [], difficulty: [], verified: [], verification_method: [], metadata: [] },
  rows: 0,
  characters: 0,
})

function addTo(group: Group, row: ParquetRow): void {
  for (const name of NAMES) group.columns[name].push(row[name])
  group.rows += 1
  group.characters += row.input.length + row.expected_output.length + row.metadata.length
}

/** Returns a problem if a text has a lone surrogate: UTF-8 cannot encode it, and encoders silently replace it. */
function illFormedText(row: ParquetRow): Problem | undefined {
  for (const name of NAMES) {
    const value = row[name]
    if (typeof value === 'string' && !value.isWellFormed()) {
      return invalidRow(
        `${row.id.toWellFormed()}.${name}`,
        'well-formed text',
        'a lone surrogate',
        'correct the row: Parquet stores UTF-8, which cannot encode lone surrogates',
      )
    }
  }
  return undefined
}
