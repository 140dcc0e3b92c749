import type { Problem } from '../../model/problem'

/** A line of text, without its line feed. */
export interface Line {
  readonly _tag: 'Line'
  /** Line number, from 1. */
  readonly number: number
  readonly text: string
  /** Byte offset of the next line in the file. */
  readonly end: number
}

/** Bytes between two line feeds that are not a line of text. */
export interface InvalidLine {
  readonly _tag: 'InvalidLine'
  readonly number: number
  readonly problem: Problem
  /** Start of the line: at most 1,000 characters, with U+FFFD for invalid bytes. */
  readonly text: string
  readonly end: number
}

/** Kinds of notes, in the order in which they are reported. */
export const NOTE_KINDS = ['byteOrderMark', 'carriageReturn', 'emptyLine', 'noLastLineEnd', 'emptyFile'] as const
/** Kind of a note; an element of {@link NOTE_KINDS}. */
export type NoteKind = (typeof NOTE_KINDS)[number]

/** A flaw that loses no data. It comes before its line. */
export interface Note {
  readonly _tag: 'Note'
  readonly number: number
  readonly kind: NoteKind
}

/** The end of the readable part: the file does not exist, or a read failed. */
export interface Unreadable {
  readonly _tag: 'Unreadable'
  readonly problem: Problem
}

/** Position to resume from: the byte offset of a line, and the number of that line. */
export interface LinePosition {
  readonly byte: number
  readonly line: number
}

/** Returns the first 1,000 characters of a line, well-formed. Messages need no more, and an invalid line can be long. */
export const startOf = (text: string): string => text.slice(0, 1_000).toWellFormed()
