/** Format of a file that is not UTF-8 text, with a hint on how to convert it to JSON lines. */
export interface OtherFormat {
  readonly description: string
  readonly hint: string
}

const convertHint = (name: string): string => `convert it to UTF-8, for example with iconv -f ${name} -t UTF-8`
const COLUMNAR_HINT = 'convert its rows to JSON lines first'
const ARCHIVE_HINT = 'decompress or unpack it first'

/** Byte marks of formats. A longer mark comes before its own prefix. Text marks: Unicode Standard, section 23.8. */
const FORMATS: readonly (readonly [what: string, hint: string, mark: readonly number[], at?: number])[] = [
  ['a text in UTF-32 (little-endian)', convertHint('UTF-32'), [0xff, 0xfe, 0, 0]],
  ['a text in UTF-32 (big-endian)', convertHint('UTF-32'), [0, 0, 0xfe, 0xff]],
  ['a text in UTF-16 (little-endian)', convertHint('UTF-16'), [0xff, 0xfe]],
  ['a text in UTF-16 (big-endian)', convertHint('UTF-16'), [0xfe, 0xff]],
  ['a text in UTF-16 (little-endian)', convertHint('UTF-16LE'), ascii('{\0"\0')],
  ['a text in UTF-16 (big-endian)', convertHint('UTF-16BE'), ascii('\0{\0"')],
  ['a gzip file', ARCHIVE_HINT, [0x1f, 0x8b]],
  ['a zip file', ARCHIVE_HINT, ascii('PK\x03\x04')],
  ['a zstd file', ARCHIVE_HINT, [0x28, 0xb5, 0x2f, 0xfd]],
  ['a bzip2 file', ARCHIVE_HINT, ascii('BZh')],
  ['an xz file', ARCHIVE_HINT, [0xfd, ...ascii('7zXZ'), 0]],
  ['a tar file', ARCHIVE_HINT, ascii('ustar'), 257],
  ['a Parquet file', COLUMNAR_HINT, ascii('PAR1')],
  ['an Arrow file', COLUMNAR_HINT, ascii('ARROW1')],
  ['an SQLite database', COLUMNAR_HINT, ascii('SQLite format 3\0')],
]

/** Detects the format of a file from its first bytes. Returns undefined for a possible UTF-8 text. */
export function detectOtherFormat(head: Buffer): OtherFormat | undefined {
  const kind = FORMATS.find(([, , mark, at = 0]) => mark.every((byte, index) => head[at + index] === byte))
  return kind && { description: kind[0], hint: kind[1] }
}

function ascii(text: string): readonly number[] {
  return [...Buffer.from(text, 'latin1')]
}
