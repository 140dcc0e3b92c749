import { either as E } from 'fp-ts'
import type { Problem } from '../../model/problem'
import { badLine } from './badLine'
import { beginningOf, type Line, type LinePlace, type Unreadable } from './line'
import { addNote, type LineNotes } from './lineNotes'
import { placedProblems } from './placedProblems'
import { LONGEST_LINE, readLines } from './readLines'
import { shapeProblem } from './shapeProblem'

/** A line that could be read, and what it holds. */
export interface Accepted<T> {
  readonly _tag: 'Accepted'
  readonly number: number
  readonly value: T
  readonly text: string
  /** The byte of the file at which the next line begins. */
  readonly end: number
}

/** A line that could not; the next ones are read all the same. */
export interface Refused {
  readonly _tag: 'Refused'
  readonly number: number
  /** At least one and at most 20; each path begins with file and line. */
  readonly problems: readonly Problem[]
  /** The beginning of the line: at most 1,000 characters. */
  readonly text: string
  readonly end: number
}

export interface ReadRecordsOptions {
  /** Where to go on; by default the beginning of the file. */
  readonly from?: LinePlace
  /** Where notes on the file are counted. */
  readonly notes?: LineNotes
  readonly longest?: number
}

/** Reads what one line holds, or tells what is wrong with it; a problem of path `row` is about the line as a whole. */
export type ReadText<T> = (text: string) => E.Either<readonly Problem[], T>

/** What the lines of a file hold, each read by itself; what keeps the file from being read to its end comes last. */
export function* readRecords<T>(
  path: string,
  read: ReadText<T>,
  { from = { byte: 0, line: 1 }, notes = {}, longest = LONGEST_LINE }: ReadRecordsOptions = {},
): Generator<Accepted<T> | Refused | Unreadable, void> {
  let isLast = false
  for (const line of readLines(path, from, longest)) {
    if (line._tag === 'Unreadable') yield line
    else if (line._tag === 'BadLine') {
      yield { _tag: 'Refused', number: line.number, problems: [line.problem], text: line.text, end: line.end }
    } else if (line._tag === 'Note') {
      addNote(notes, line)
      isLast = line.kind === 'noLastLineEnd'
    } else yield recordOf(path, line, isLast, read)
  }
}

function recordOf<T>(path: string, { number, text, end }: Line, isLast: boolean, read: ReadText<T>): Accepted<T> | Refused {
  const shape = shapeProblem(text)
  const refused = (problems: readonly Problem[]): Refused => ({ _tag: 'Refused', number, problems, text: beginningOf(text), end })
  if (shape !== undefined)
    return refused([
      badLine(path, number, shape.expected, shape.received, 'a row has some twenty values: see whether another file was meant'),
    ])
  const value = read(text)
  if (E.isLeft(value)) return refused(placedProblems({ path, number, text, isLast }, value.left))
  return { _tag: 'Accepted', number, value: value.right, text, end }
}
