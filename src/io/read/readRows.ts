import { type ReadRow, readRow } from '../../verify/readRow'
import type { Unreadable } from './line'
import { type AcceptedLine, type ReadRecordsOptions, type RejectedLine, readRecords } from './readRecords'

/** Yields the rows of a file. Checks only their format; proves nothing. */
export const readRows = (path: string, options?: ReadRecordsOptions): Generator<AcceptedLine<ReadRow> | RejectedLine | Unreadable, void> =>
  readRecords(path, readRow, options)
