import { closeSync, fstatSync, openSync, statSync } from 'node:fs'
import type { Problem } from '../../model/problem'
import { badLine } from './badLine'
import { cannotRead } from '../disk/cannotRead'
import { foreignFile } from './foreignFile'
import { type BadLine, beginningOf, type Line, type LinePlace, type Note, type NoteKind, type Unreadable } from './line'
import { LineBuffer, type RawLine } from './lineBuffer'
import { notAFile } from './notAFile'
import { textProblem } from './textProblem'

/** In bytes. Rows have hundreds; what is longer is another kind of file, or none. */
export const LONGEST_LINE = 16 * 1024 * 1024

const BYTE_ORDER_MARK = '\ufeff'

/**
 * The lines of a file of UTF-8 text, one after another; memory for `longest` bytes (not for the file) is enough. Only a line
 * feed ends a line. A byte order mark, a carriage return before the line feed, empty lines and a missing last line feed are
 * noted, and left out; what is no line of text is a bad line, and the next is read; what is no text at all is one bad line.
 *
 * @param from where to go on: `end` of the last line that was read, and the number after its own
 */
export function* readLines(
  path: string,
  from: LinePlace = { byte: 0, line: 1 },
  longest = LONGEST_LINE,
): Generator<Line | BadLine | Note | Unreadable, void> {
  let descriptor: number | undefined
  try {
    const problem = notAFile(path, statSync(path))
    if (problem !== undefined) return yield { _tag: 'Unreadable', problem }
    descriptor = openSync(path, 'r')
    const buffer = new LineBuffer(descriptor, from.byte, longest)
    const foreign = from.byte === 0 ? beginningProblem(path, buffer) : undefined
    if (foreign === undefined) yield* linesOf(path, buffer, from.line, longest)
    else if ('problem' in foreign) yield { ...foreign, end: fstatSync(descriptor).size }
    else yield foreign
  } catch (thrown) {
    yield { _tag: 'Unreadable', problem: cannotRead(path, thrown) }
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** What there is to say of a file that has no lines at all; undefined for any other. */
function beginningProblem(path: string, buffer: LineBuffer): BadLine | Note | undefined {
  const head = buffer.head()
  if (head.length === 0) return note(1, 'emptyFile')
  const foreign = foreignFile(head)
  if (foreign === undefined) return undefined
  const problem = badLine(path, 1, 'a text in UTF-8', foreign.what, foreign.hint)
  return { _tag: 'BadLine', number: 1, problem, text: beginningOf(head.toString('utf8', 0, 4_000)), end: 0 }
}

function* linesOf(path: string, buffer: LineBuffer, first: number, longest: number): Generator<Line | BadLine | Note, void> {
  for (let number = first; ; number++) {
    const raw = buffer.next()
    if (raw === undefined) return
    const problem = lineProblem(path, number, raw, longest)
    if (problem !== undefined) {
      yield { _tag: 'BadLine', number, problem, text: beginningOf(raw.bytes.toString('utf8', 0, 4_000)), end: raw.end }
      continue
    }
    const { text, flaws } = textOf(raw)
    for (const kind of flaws) yield note(number, kind)
    if (flaws.at(-1) !== 'emptyLine') yield { _tag: 'Line', number, text, end: raw.end }
  }
}

function lineProblem(path: string, number: number, { bytes, length }: RawLine, longest: number): Problem | undefined {
  if (length > longest) {
    const hint = 'a line feed may be missing, or this is no file of JSON lines'
    return badLine(path, number, `a line of at most ${longest} bytes`, `${length} bytes`, hint)
  }
  const wrong = textProblem(bytes)
  return wrong && badLine(path, number, 'a line of UTF-8 text', wrong.received, wrong.hint)
}

/** The text of a line without what a reader of JSON would stumble over, and which of it there was. */
function textOf({ bytes, ended }: RawLine): { readonly text: string; readonly flaws: readonly NoteKind[] } {
  let text = bytes.toString('utf8')
  const flaws: NoteKind[] = []
  if (text.startsWith(BYTE_ORDER_MARK)) {
    flaws.push('byteOrderMark')
    text = text.slice(1)
  }
  if (text.endsWith('\r')) {
    flaws.push('carriageReturn')
    text = text.slice(0, -1)
  }
  if (/^[ \t\r]*$/.test(text)) flaws.push('emptyLine')
  else if (!ended) flaws.push('noLastLineEnd')
  return { text, flaws }
}

const note = (number: number, kind: NoteKind): Note => ({ _tag: 'Note', number, kind })
