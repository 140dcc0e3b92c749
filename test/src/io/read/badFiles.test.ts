import { statSync, writeFileSync } from 'node:fs'
import { renderProblem, type Sample } from 'genesis-datasets'
import { describe, expect, it } from 'vitest'
import { type LineNotes, noteProblems } from '../../../../src/io/read/lineNotes'
import { readRows } from '../../../../src/io/read/readRows'
import { BAD_FILES, FLAWED_FILES } from './support/badFiles'
import { goodRows } from './support/goodRows'
import { temporaryFolder } from '../../../support/temporaryFolder'

const at = temporaryFolder()
/** Maximum line length in bytes, small so that long lines stay small. */
const LONGEST = 1024 * 1024

function read(bytes: Buffer | string) {
  const path = at('file.jsonl')
  writeFileSync(path, bytes)
  const notes: LineNotes = {}
  const lines = [...readRows(path, { maxLineBytes: LONGEST, notes })]
  return {
    path,
    lines,
    rows: lines.flatMap(line => (line._tag === 'Accepted' ? [[line.number, line.value.row] as const] : [])),
    messages: lines.flatMap(line => (line._tag === 'Rejected' ? line.problems.map(renderProblem) : [])),
    notes: noteProblems(path, notes).map(renderProblem),
  }
}

describe('a file that is not JSON lines of rows', () => {
  it.each(BAD_FILES.map(file => [file.name, file] as const))(
    'is reported with its first bad line, and readable rows are still read: %s',
    (_, file) => {
      const five = goodRows(5)
      const { path, lines, rows, messages } = read(file.bytes(five))
      expect(messages[0]?.slice(0, `Invalid line ${path}${file.says}`.length)).toBe(`Invalid line ${path}${file.says}`)
      expect(rows).toEqual(file.kept.map(([line, row]) => [line, five[row]]))
      expect(lines.at(-1)).toMatchObject({ end: statSync(path).size })
    },
  )

  it('counts as one bad line if it is not text', () => {
    const foreign = BAD_FILES.filter(({ says }) => says.startsWith(':1: expected a text in UTF-8'))
    expect(foreign.length).toBeGreaterThan(10)
    for (const { bytes } of foreign) expect(read(bytes(goodRows(5))).lines).toHaveLength(1)
  })

  it('is reported as cut off at the end of the file only', () => {
    const line = JSON.stringify(goodRows(1)[0]).slice(0, -9)
    expect(read(line).messages[0]).toContain('the file ends inside this line')
    expect(read(`${line}\n`).messages[0]).not.toContain('the file ends')
    expect(read(`\n${line}\n`).messages[0]).not.toContain('the file ends')
    expect(read(`${line}\r${line}`).messages[0]).not.toContain('the file ends')
    expect(read(`${line}\n${line}`).messages[1]).toContain('the file ends inside this line')
  })
})

describe('a file with a flaw', () => {
  it.each(FLAWED_FILES.map(file => [file.name, file] as const))(
    'is read in full, and the flaw is reported once: %s',
    (_, { bytes, says }) => {
      const five = goodRows(5)
      const { path, rows, messages, notes } = read(bytes(five))
      expect(messages).toEqual([])
      expect(rows.map(([, row]) => row)).toEqual(five)
      expect(notes.map(note => note.slice(0, note.indexOf(' Hint: ')))).toEqual(says.map(words => `Invalid line ${path}${words}`))
    },
  )

  it('may be empty', () => {
    const { path, lines, notes } = read('')
    expect(lines).toEqual([])
    expect(notes).toEqual([
      `Invalid line ${path}:1: expected a line of JSON, received an empty file. Hint: leave the file out if it is meant to be empty.`,
    ])
  })

  it('keeps a long row with any text', () => {
    const [row] = goodRows(1)
    const long = { ...row, input: '[{,"\\'.repeat(50_000) } as Sample
    expect(read(`${JSON.stringify(long)}\n`)).toMatchObject({ rows: [[1, long]], messages: [] })
  })

  it('keeps characters inside a text that other readers treat as line ends', () => {
    const rows = goodRows(5).map(row => ({ ...row, input: `${row.input}\u2028\u2029\u0085\v\f\r\n` }) as Sample)
    const bytes = rows.map(row => `${JSON.stringify(row)}\n`).join('')
    expect(bytes).toContain('\u2028\u2029\u0085')
    expect(read(bytes)).toMatchObject({ rows: rows.map((row, index) => [index + 1, row]), messages: [], notes: [] })
  })
})
