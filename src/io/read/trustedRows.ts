import { join } from 'node:path'
import type { Sample } from '../../model/sample'
import { DiskFault } from '../disk/diskFault'
import { readLines } from './readLines'

/** Yields the rows of a file that this package wrote and whose hash was verified. Throws a {@link DiskFault}. */
export function* trustedRows(...path: readonly string[]): Generator<Sample> {
  for (const line of trustedLines(...path)) yield JSON.parse(line) as Sample
}

/** Yields the lines of such a file. Throws a {@link DiskFault} if a line cannot be read. */
export function* trustedLines(...path: readonly string[]): Generator<string> {
  for (const line of readLines(join(...path))) {
    if (line._tag === 'Line') yield line.text
    // The hash was correct a moment ago, so the disk fails.
    else if (line._tag !== 'Note') throw new DiskFault(`${line.problem.path} cannot be read again: ${line.problem.received}`)
  }
}
