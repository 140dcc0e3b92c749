import type { Problem } from '../../model/problem'
import type { LineNotes } from '../read/lineNotes'

/** How far a run is; plain data, for a checkpoint. */
export interface VerifyState {
  rows: number
  source: number
  byte: number
  line: number
  verified: number
  rejected: number
  unreadable: number
  problems: readonly Problem[]
  notes: readonly LineNotes[]
}
