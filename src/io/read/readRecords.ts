import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import { invalidLine } from './invalidLine'
import { startOf, type Line, type LinePosition, type Unreadable } from './line'
import { addNote, type LineNotes } from './lineNotes'
import { locateProblems } from './locateProblems'
import { MAX_LINE_BYTES, readLines } from './readLines'
import { shapeProblem } from './shapeProblem'

/** A line that could be parsed, with its value. */
export interface AcceptedLine<T> {
  readonly _tag: 'Accepted'
  readonly number: number
  readonly value: T
  readonly text: string
  /** Byte offset of the next line in the file. */
  readonly end: number
}

/** A line that could not be parsed. Reading continues with the next line. */
export interface RejectedLine {
  readonly _tag: 'Rejected'
  readonly number: number
  /** 1 to 20 problems. Each path starts with file and line. */
  readonly problems: readonly Problem[]
  /** Start of the line: at most 1,000 characters. */
  readonly text: string
  readonly end: number
}

/** Options of {@link readRecords}. */
export interface ReadRecordsOptions {
  /** Position to resume from. @defaultValue the start of the file */
  readonly from?: LinePosition
  /** Notes on the file; the reader adds to them. */
  readonly notes?: LineNotes
  /** Maximum length of a line, in bytes. @defaultValue 16 MiB */
  readonly maxLineBytes?: number
}

/** Parser of one line. A problem with path `row` applies to the whole line. */
export type ParseLine<T> = (text: string) => E.Either<readonly Problem[], T>

/** Yields the parsed lines of a file. If the file cannot be read to its end, the last item is the problem. */
export function* readRecords<T>(
  path: string,
  parseLine: ParseLine<T>,
  { from = { byte: 0, line: 1 }, notes = {}, maxLineBytes = MAX_LINE_BYTES }: ReadRecordsOptions = {},
): Generator<AcceptedLine<T> | RejectedLine | Unreadable, void> {
  let isLast = false
  for (const line of readLines(path, from, maxLineBytes)) {
    if (line._tag === 'Unreadable') yield line
    else if (line._tag === 'InvalidLine') {
      yield { _tag: 'Rejected', number: line.number, problems: [line.problem], text: line.text, end: line.end }
    } else if (line._tag === 'Note') {
      addNote(notes, line)
      isLast = line.kind === 'noLastLineEnd'
    } else yield parseRecord(path, line, isLast, parseLine)
  }
}

function parseRecord<T>(
  path: string,
  { number, text, end }: Line,
  isLast: boolean,
  parseLine: ParseLine<T>,
): AcceptedLine<T> | RejectedLine {
  const shape = shapeProblem(text)
  const rejected = (problems: readonly Problem[]): RejectedLine => ({ _tag: 'Rejected', number, problems, text: startOf(text), end })
  if (shape !== undefined)
    return rejected([
      invalidLine(path, number, shape.expected, shape.received, 'a row has about twenty values; check that this is the right file'),
    ])
  const value = parseLine(text)
  if (E.isLeft(value)) return rejected(locateProblems({ path, number, text, isLast }, value.left))
  return { _tag: 'Accepted', number, value: value.right, text, end }
}
