import { either as E } from 'fp-ts'
import type { SchemaElement, Writer } from 'hyparquet-writer'
import { type ParquetRow, parquetRow } from '../../export/parquetRow'
import { messageOf } from '../../utils/strings/errorMessage'
import { type FileError, fileError, type Problem } from '../../model/problem'
import type { Sample } from '../../model/sample'
import { invalidRow } from '../../verify/invalidRow'

/**
 * A row group ends at the first of these bounds. The Hugging Face viewer reads whole groups and shows none above 286 MiB:
 * groups of this size it reads in a moment, and a million rows need 200 of them. Rows of usual length end by number; the
 * bound on characters (of two bytes in memory at most) holds for rows of any length.
 */
const GROUP_ROWS = 5_000
const GROUP_CHARACTERS = 32 * 1024 * 1024

/** Small enough that a group has many pages: with their index, a reader of 100 rows need not decode the whole group. */
const PAGE_BYTES = 128 * 1024

/** Nothing is nullable, since nothing is ever null. */
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

/** A Parquet file that is being written; everything happens at once, inside the calls. */
export interface ParquetFile {
  /** Takes a row; gives what is wrong with it, and then no part of it is written. */
  readonly write: (sample: Sample) => Problem | undefined
  /** Writes what is left and the footer, without which the file cannot be read. */
  readonly finish: () => void
}

/**
 * Opens a Parquet file of rows (`parquetRow`), whose bytes go to `append` in order: Snappy, texts as UTF-8, row groups of
 * 5,000 rows, in memory for no more than one group. It is an error where `hyparquet-writer` is not installed; what `append`
 * throws comes out of `write` and `finish`. Equal rows give equal bytes under the same version of that package.
 */
export const openParquet = async (append: Append): Promise<E.Either<FileError, ParquetFile>> =>
  E.map((open: OpenParquet) => open(append))(await loadParquet())

/** The same in two steps: once the package is loaded, files can be opened at once. */
export const loadParquet = async (): Promise<E.Either<FileError, OpenParquet>> =>
  E.map((library: Library) => (append: Append) => parquetInto(library, append))(await importWriter())

type Append = (bytes: Uint8Array) => void
export type OpenParquet = (append: Append) => ParquetFile
type Library = typeof import('hyparquet-writer')

function parquetInto({ ByteWriter, ParquetWriter }: Library, append: Append): ParquetFile {
  const file = new ParquetWriter({ writer: appending(new ByteWriter(), append), schema: schema() })
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
      const problem = illFormed(row)
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
          received: messageOf(thrown) || 'nothing that loads',
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

/** Gives the bytes away after each row group; a copy, since the buffer is written over. */
function appending<W extends Writer & { index: number }>(writer: W, append: (bytes: Uint8Array) => void): W {
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

/** UTF-8 has no lone surrogates: encoders put another character in their place and say nothing. */
function illFormed(row: ParquetRow): Problem | undefined {
  for (const name of NAMES) {
    const value = row[name]
    if (typeof value === 'string' && !value.isWellFormed()) {
      return invalidRow(
        `${row.id.toWellFormed()}.${name}`,
        'well-formed text',
        'a lone surrogate',
        'mend the row: Parquet holds UTF-8, which has no lone surrogates',
      )
    }
  }
  return undefined
}
