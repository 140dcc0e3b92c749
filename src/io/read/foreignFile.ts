/** What a file is that is no UTF-8 text, by its first bytes, and how to make lines of JSON of it. */
export interface ForeignFile {
  readonly what: string
  readonly hint: string
}

const text = (name: string): string => `write it again as UTF-8, such as by iconv -f ${name} -t UTF-8`
const COLUMNS = 'it is data in columns: write its rows as lines of JSON first'
const ARCHIVE = 'unpack it first'

/** In this order: a longer mark before one that it begins with. The marks of texts are in the Unicode Standard, section 23.8. */
const KINDS: readonly (readonly [what: string, hint: string, mark: readonly number[], at?: number])[] = [
  ['a text in UTF-32 (little-endian)', text('UTF-32'), [0xff, 0xfe, 0, 0]],
  ['a text in UTF-32 (big-endian)', text('UTF-32'), [0, 0, 0xfe, 0xff]],
  ['a text in UTF-16 (little-endian)', text('UTF-16'), [0xff, 0xfe]],
  ['a text in UTF-16 (big-endian)', text('UTF-16'), [0xfe, 0xff]],
  ['a text in UTF-16 (little-endian)', text('UTF-16LE'), ascii('{\0"\0')],
  ['a text in UTF-16 (big-endian)', text('UTF-16BE'), ascii('\0{\0"')],
  ['a gzip file', ARCHIVE, [0x1f, 0x8b]],
  ['a zip file', ARCHIVE, ascii('PK\x03\x04')],
  ['a zstd file', ARCHIVE, [0x28, 0xb5, 0x2f, 0xfd]],
  ['a bzip2 file', ARCHIVE, ascii('BZh')],
  ['an xz file', ARCHIVE, [0xfd, ...ascii('7zXZ'), 0]],
  ['a tar file', ARCHIVE, ascii('ustar'), 257],
  ['a Parquet file', COLUMNS, ascii('PAR1')],
  ['an Arrow file', COLUMNS, ascii('ARROW1')],
  ['an SQLite database', COLUMNS, ascii('SQLite format 3\0')],
]

/** Undefined for a file that begins as a text may. */
export function foreignFile(head: Buffer): ForeignFile | undefined {
  const kind = KINDS.find(([, , mark, at = 0]) => mark.every((byte, index) => head[at + index] === byte))
  return kind && { what: kind[0], hint: kind[1] }
}

function ascii(text: string): readonly number[] {
  return [...Buffer.from(text, 'latin1')]
}
