import type { Problem } from '../../model/problem'
import type { LineNotes } from '../read/lineNotes'

/** State of a verification run, as plain data that a checkpoint can store. */
export interface VerifyState {
  /** Number of lines processed in all sources. */
  rows: number
  /** Index of the source that is being read. */
  source: number
  /** Offset of the next line in that source, in bytes. */
  byte: number
  /** Number of the next line in that source, from 1. */
  line: number
  verified: number
  rejected: number
  unreadable: number
  problems: readonly Problem[]
  notes: readonly LineNotes[]
}
