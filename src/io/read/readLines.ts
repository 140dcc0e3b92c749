import { closeSync, fstatSync, openSync, statSync } from 'node:fs'
import type { Problem } from '../../model/problem'
import { invalidLine } from './invalidLine'
import { cannotRead } from '../disk/cannotRead'
import { detectOtherFormat } from './detectOtherFormat'
import { type InvalidLine, startOf, type Line, type LinePosition, type Note, type NoteKind, type Unreadable } from './line'
import { LineBuffer, type RawLine } from './lineBuffer'
import { notAFile } from './notAFile'
import { textProblem } from './textProblem'

/** Maximum length of a line, in bytes. A row has hundreds, so a longer line belongs to another kind of file. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024

const BYTE_ORDER_MARK = '\ufeff'

/**
 * Yields the lines of a UTF-8 file. Needs memory for `maxLineBytes`, not for the file. Only a line feed ends a line.
 *
 * A byte order mark, a carriage return before the line feed, an empty line and a missing last line feed give a note and are
 * removed from the text. Bytes that are not text give an invalid line, and reading continues with the next line. A file in
 * another format is one invalid line.
 *
 * @param from position to resume from: `end` of the last line read, and the number of the next line
 */
export function* readLines(
  path: string,
  from: LinePosition = { byte: 0, line: 1 },
  maxLineBytes = MAX_LINE_BYTES,
): Generator<Line | InvalidLine | Note | Unreadable, void> {
  let descriptor: number | undefined
  try {
    const problem = notAFile(path, statSync(path))
    if (problem !== undefined) return yield { _tag: 'Unreadable', problem }
    descriptor = openSync(path, 'r')
    const buffer = new LineBuffer(descriptor, from.byte, maxLineBytes)
    const foreign = from.byte === 0 ? wholeFileProblem(path, buffer) : undefined
    if (foreign === undefined) yield* readLinesFrom(path, buffer, from.line, maxLineBytes)
    else if ('problem' in foreign) yield { ...foreign, end: fstatSync(descriptor).size }
    else yield foreign
  } catch (thrown) {
    yield { _tag: 'Unreadable', problem: cannotRead(path, thrown) }
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Returns a note for an empty file, or one invalid line for a file in another format; otherwise undefined. */
function wholeFileProblem(path: string, buffer: LineBuffer): InvalidLine | Note | undefined {
  const head = buffer.head()
  if (head.length === 0) return note(1, 'emptyFile')
  const foreign = detectOtherFormat(head)
  if (foreign === undefined) return undefined
  const problem = invalidLine(path, 1, 'a text in UTF-8', foreign.description, foreign.hint)
  return { _tag: 'InvalidLine', number: 1, problem, text: startOf(head.toString('utf8', 0, 4_000)), end: 0 }
}

function* readLinesFrom(path: string, buffer: LineBuffer, first: number, maxLineBytes: number): Generator<Line | InvalidLine | Note, void> {
  for (let number = first; ; number++) {
    const raw = buffer.next()
    if (raw === undefined) return
    const problem = lineProblem(path, number, raw, maxLineBytes)
    if (problem !== undefined) {
      yield { _tag: 'InvalidLine', number, problem, text: startOf(raw.bytes.toString('utf8', 0, 4_000)), end: raw.end }
      continue
    }
    const { text, flaws } = textOf(raw)
    for (const kind of flaws) yield note(number, kind)
    if (flaws.at(-1) !== 'emptyLine') yield { _tag: 'Line', number, text, end: raw.end }
  }
}

function lineProblem(path: string, number: number, { bytes, length }: RawLine, maxLineBytes: number): Problem | undefined {
  if (length > maxLineBytes) {
    const hint = 'a line feed may be missing, or this is not a file of JSON lines'
    return invalidLine(path, number, `a line of at most ${maxLineBytes} bytes`, `${length} bytes`, hint)
  }
  const wrong = textProblem(bytes)
  return wrong && invalidLine(path, number, 'a line of UTF-8 text', wrong.received, wrong.hint)
}

/** Returns the text of a line without the parts that a JSON parser rejects, and the kinds of those parts. */
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
