import type { Problem } from '../../model/problem'
import { invalidLine } from './invalidLine'
import { NOTE_KINDS, type Note, type NoteKind } from './line'

/** Notes on a file by kind: the number of the first line, and the count. Plain data that fits into a checkpoint. */
export type LineNotes = { [Kind in NoteKind]?: { readonly first: number; readonly count: number } }

/** Adds a note to `notes`. */
export function addNote(notes: LineNotes, { kind, number }: Note): void {
  const { first = number, count = 0 } = notes[kind] ?? {}
  notes[kind] = { first, count: count + 1 }
}

const NOTE_TEXTS: Readonly<Record<NoteKind, readonly [expected: string, received: string, hint: string]>> = {
  byteOrderMark: ['a line of JSON', 'a byte order mark before it', 'the row was read, but other readers may reject the mark'],
  carriageReturn: [
    'a line feed at the end',
    'a carriage return before the line feed',
    'the row was read; write the file with line feeds only',
  ],
  emptyLine: ['a line of JSON', 'an empty line', 'no row was lost, but other readers may reject empty lines'],
  noLastLineEnd: ['a line feed at the end of the file', 'none', 'the row was read; check that the file is complete'],
  emptyFile: ['a line of JSON', 'an empty file', 'leave the file out if it is meant to be empty'],
}

/** Returns the notes on a file as problems, one per kind. No note prevents a row from being read. */
export const noteProblems = (path: string, notes: LineNotes): readonly Problem[] =>
  NOTE_KINDS.flatMap(kind => {
    const noted = notes[kind]
    if (noted === undefined) return []
    const [expected, received, hint] = NOTE_TEXTS[kind]
    const more = noted.count > 1 ? `, in ${noted.count} lines` : ''
    return [invalidLine(path, noted.first, expected, received + more, hint)]
  })
