import { type ReadRow, readRow } from '../../verify/readRow'
import type { Unreadable } from './line'
import { type Accepted, type ReadRecordsOptions, type Refused, readRecords } from './readRecords'

/** The rows of a file in the row format, by their form alone: nothing is proven yet. */
export const readRows = (path: string, options?: ReadRecordsOptions): Generator<Accepted<ReadRow> | Refused | Unreadable, void> =>
  readRecords(path, readRow, options)
