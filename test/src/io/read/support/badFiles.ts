import { deflateRawSync, gzipSync } from 'node:zlib'
import type { Sample } from 'genesis-datasets'

/** A file that is not JSON lines of rows, made from five rows: its first problem, and the rows that are read nevertheless. */
export interface BadFile {
  readonly name: string
  readonly bytes: (rows: readonly Sample[]) => Buffer
  /** Text of the problem behind the path of the file. */
  readonly says: string
  /** Index of the kept row by line. */
  readonly kept: Kept
}

type Kept = readonly (readonly [line: number, row: number])[]

const json = (row: Sample): string => JSON.stringify(row)
const text = (rows: readonly Sample[]): string => rows.map(row => `${json(row)}\n`).join('')
const utf16 = (rows: readonly Sample[]): Buffer => Buffer.from(text(rows), 'utf16le')
const utf32 = (rows: readonly Sample[]): Buffer => {
  const characters = [...text(rows)].map(character => character.codePointAt(0) ?? 0)
  return Buffer.from(Uint32Array.from(characters).buffer)
}
const swapped = (bytes: Buffer, width: 16 | 32): Buffer => (width === 16 ? Buffer.from(bytes).swap16() : Buffer.from(bytes).swap32())
const marked = (mark: readonly number[], bytes: Buffer): Buffer => Buffer.concat([Buffer.from(mark), bytes])
const magic = (begins: string, at = 0): Buffer => {
  const bytes = Buffer.from('0123456789abcdef\n'.repeat(40), 'latin1')
  bytes.write(begins, at, 'latin1')
  return bytes
}

const one = (name: string, bytes: BadFile['bytes'], says: string, kept: Kept = []): BadFile => ({ name, bytes, says, kept })

const FOREIGN: readonly BadFile[] = [
  one(
    'UTF-16, little-endian',
    rows => marked([0xff, 0xfe], utf16(rows)),
    ':1: expected a text in UTF-8, received a text in UTF-16 (little-endian)',
  ),
  one(
    'UTF-16, big-endian',
    rows => marked([0xfe, 0xff], swapped(utf16(rows), 16)),
    ':1: expected a text in UTF-8, received a text in UTF-16 (big-endian)',
  ),
  one('UTF-16 without a mark, little-endian', utf16, ':1: expected a text in UTF-8, received a text in UTF-16 (little-endian)'),
  one(
    'UTF-16 without a mark, big-endian',
    rows => swapped(utf16(rows), 16),
    ':1: expected a text in UTF-8, received a text in UTF-16 (big-endian)',
  ),
  one(
    'UTF-32, little-endian',
    rows => marked([0xff, 0xfe, 0, 0], utf32(rows)),
    ':1: expected a text in UTF-8, received a text in UTF-32 (little-endian)',
  ),
  one(
    'UTF-32, big-endian',
    rows => marked([0, 0, 0xfe, 0xff], swapped(utf32(rows), 32)),
    ':1: expected a text in UTF-8, received a text in UTF-32 (big-endian)',
  ),
  one('gzip', rows => gzipSync(text(rows)), ':1: expected a text in UTF-8, received a gzip file'),
  one('zip', rows => Buffer.concat([magic('PK\x03\x04'), deflateRawSync(text(rows))]), ':1: expected a text in UTF-8, received a zip file'),
  one('zstd', () => magic('\x28\xb5\x2f\xfd'), ':1: expected a text in UTF-8, received a zstd file'),
  one('bzip2', () => magic('BZh9'), ':1: expected a text in UTF-8, received a bzip2 file'),
  one('xz', () => magic('\xfd7zXZ\0'), ':1: expected a text in UTF-8, received an xz file'),
  one('tar', () => magic('ustar', 257), ':1: expected a text in UTF-8, received a tar file'),
  one('Parquet', () => magic('PAR1'), ':1: expected a text in UTF-8, received a Parquet file'),
  one('Arrow', () => magic('ARROW1'), ':1: expected a text in UTF-8, received an Arrow file'),
  one('SQLite', () => magic('SQLite format 3\0'), ':1: expected a text in UTF-8, received an SQLite database'),
]

const SHAPES: readonly BadFile[] = [
  one('a last line that is cut off', rows => Buffer.from(text(rows).slice(0, -50)), ':5: expected a line of JSON, received ', [
    [1, 0],
    [2, 1],
    [3, 2],
    [4, 3],
  ]),
  one(
    'lines that end in carriage returns',
    rows => Buffer.from(text(rows).replaceAll('\n', '\r')),
    ':1: expected a line of JSON, received ',
  ),
  one('one list of rows', rows => Buffer.from(`[\n${rows.map(json).join(',\n')}\n]\n`), ':1: expected a line of JSON, received ', [[6, 4]]),
  one('one list of rows on one line', rows => Buffer.from(JSON.stringify(rows)), ':1: expected a plain object, received an array of 5'),
  one(
    'a row over many lines',
    ([first, ...rows]) => Buffer.from(`${JSON.stringify(first, null, 2)}\n${text(rows)}`),
    ':1: expected a line of JSON, received ',
    [
      [28, 1],
      [29, 2],
      [30, 3],
      [31, 4],
    ],
  ),
  one('nothing but NUL', () => Buffer.alloc(3 * 1024 * 1024), ':1: expected a line of at most 1048576 bytes, received 3145728 bytes'),
  one(
    'a line that is too long',
    rows => Buffer.from(text(rows).replace('\n', `\n${'{"id":'.repeat(200_000)}\n`)),
    ':2: expected a line of at most 1048576 bytes, received 1200000 bytes',
    [
      [1, 0],
      [3, 1],
      [4, 2],
      [5, 3],
      [6, 4],
    ],
  ),
  one(
    'a last line that is too long',
    rows => Buffer.from(text(rows) + 'x'.repeat(1024 * 1024 + 1)),
    ':6: expected a line of at most 1048576 bytes, received 1048577 bytes',
    [
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 3],
      [5, 4],
    ],
  ),
]

/** Files of other formats, and files of rows in a wrong shape. */
export const BAD_FILES: readonly BadFile[] = [...FOREIGN, ...SHAPES]

/** A file with a flaw in which all five rows can be read; `says` is empty if there is no flaw. */
export interface FlawedFile {
  readonly name: string
  readonly bytes: (rows: readonly Sample[]) => string
  readonly says: readonly string[]
}

const flawed = (name: string, bytes: FlawedFile['bytes'], ...says: readonly string[]): FlawedFile => ({ name, bytes, says })

/** Files with each flaw, with several flaws, and with none. */
export const FLAWED_FILES: readonly FlawedFile[] = [
  flawed('no flaw', text),
  flawed('a byte order mark', rows => `\ufeff${text(rows)}`, ':1: expected a line of JSON, received a byte order mark before it.'),
  flawed(
    'a byte order mark where two files meet',
    rows => `${text(rows.slice(0, 2))}\ufeff${text(rows.slice(2))}`,
    ':3: expected a line of JSON, received a byte order mark before it.',
  ),
  flawed(
    'carriage returns',
    rows => text(rows).replaceAll('\n', '\r\n'),
    ':1: expected a line feed at the end, received a carriage return before the line feed, in 5 lines.',
  ),
  flawed(
    'one carriage return',
    rows => text(rows).replace('\n', '\r\n'),
    ':1: expected a line feed at the end, received a carriage return before the line feed.',
  ),
  flawed('empty lines', rows => text(rows).replaceAll('\n', '\n\n'), ':2: expected a line of JSON, received an empty line, in 5 lines.'),
  flawed('a line of blanks', rows => text(rows).replace('\n', '\n \t \n'), ':2: expected a line of JSON, received an empty line.'),
  flawed('no last line feed', rows => text(rows).slice(0, -1), ':5: expected a line feed at the end of the file, received none.'),
  flawed(
    'a carriage return at the end',
    rows => `${text(rows).slice(0, -1)}\r`,
    ':5: expected a line feed at the end, received a carriage return before the line feed.',
    ':5: expected a line feed at the end of the file, received none.',
  ),
  flawed('blanks around a row', rows => text(rows).replace('\n', ' \t\n ')),
  flawed(
    'all flaws together',
    rows => `\ufeff\r\n${text(rows).replaceAll('\n', '\r\n').slice(0, -2)}`,
    ':1: expected a line of JSON, received a byte order mark before it.',
    ':1: expected a line feed at the end, received a carriage return before the line feed, in 5 lines.',
    ':1: expected a line of JSON, received an empty line.',
    ':6: expected a line feed at the end of the file, received none.',
  ),
]
