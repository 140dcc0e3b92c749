import type { Problem } from '../../model/problem'

/** A line of text, without what ends it. */
export interface Line {
  readonly _tag: 'Line'
  /** From 1, as an editor counts. */
  readonly number: number
  readonly text: string
  /** The byte of the file at which the next line begins. */
  readonly end: number
}

/** What stands between two line feeds and is no line of text. */
export interface BadLine {
  readonly _tag: 'BadLine'
  readonly number: number
  readonly problem: Problem
  /** Its beginning: at most 1,000 characters, with U+FFFD for what is none. */
  readonly text: string
  readonly end: number
}

export const NOTE_KINDS = ['byteOrderMark', 'carriageReturn', 'emptyLine', 'noLastLineEnd', 'emptyFile'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** A flaw in spite of which all can be read; it comes before its line. */
export interface Note {
  readonly _tag: 'Note'
  readonly number: number
  readonly kind: NoteKind
}

/** The end of what can be read: there is no such file, or the disk fails in the midst of it. */
export interface Unreadable {
  readonly _tag: 'Unreadable'
  readonly problem: Problem
}

/** Where to go on: a byte at which a line begins, and the number of that line. */
export interface LinePlace {
  readonly byte: number
  readonly line: number
}

/** What is no row can be long; a message needs its beginning alone. */
export const beginningOf = (text: string): string => text.slice(0, 1_000).toWellFormed()
