import type { Problem } from '../../model/problem'
import { badLine } from './badLine'
import { NOTE_KINDS, type Note, type NoteKind } from './line'

/** The notes on a file by kind: the first line of each, and how many there are. Plain data, fit for a checkpoint. */
export type LineNotes = { [Kind in NoteKind]?: { readonly first: number; readonly count: number } }

/** Counts a note. */
export function addNote(notes: LineNotes, { kind, number }: Note): void {
  const { first = number, count = 0 } = notes[kind] ?? {}
  notes[kind] = { first, count: count + 1 }
}

const SAID: Readonly<Record<NoteKind, readonly [expected: string, received: string, hint: string]>> = {
  byteOrderMark: ['a line of JSON', 'a byte order mark before it', 'the row was read; other readers stumble over the mark'],
  carriageReturn: ['a line feed at its end', 'a carriage return before it', 'the row was read; write the file with line feeds alone'],
  emptyLine: ['a line of JSON', 'an empty line', 'no row was lost; other readers stumble over it'],
  noLastLineEnd: ['a line feed at the end of the file', 'none', 'the row was read; see that nothing behind it is lost'],
  emptyFile: ['a line of JSON', 'an empty file', 'leave it out where it is meant to be empty'],
}

/** What was noted of a file as data, each kind once; none of it keeps a row from being read. */
export const noteProblems = (path: string, notes: LineNotes): readonly Problem[] =>
  NOTE_KINDS.flatMap(kind => {
    const noted = notes[kind]
    if (noted === undefined) return []
    const [expected, received, hint] = SAID[kind]
    const more = noted.count > 1 ? `, as in ${noted.count} lines in all` : ''
    return [badLine(path, noted.first, expected, received + more, hint)]
  })
