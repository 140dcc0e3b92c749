import { join } from 'node:path'
import type { Sample } from '../../model/sample'
import { DiskFault } from '../disk/diskFault'
import { readLines } from './readLines'

/** The rows of a file that this package wrote, and whose hash was compared. */
export function* rowsOfOurs(...path: readonly string[]): Generator<Sample> {
  for (const line of linesOfOurs(...path)) yield JSON.parse(line) as Sample
}

/** The lines of such a file. */
export function* linesOfOurs(...path: readonly string[]): Generator<string> {
  for (const line of readLines(join(...path))) {
    if (line._tag === 'Line') yield line.text
    // Its hash was right a moment ago: the disk fails.
    else if (line._tag !== 'Note') throw new DiskFault(`${line.problem.path} cannot be read again: ${line.problem.received}`)
  }
}
