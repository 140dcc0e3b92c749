import { join } from 'node:path'
import type { Sample } from '../model/sample'
import { readLines } from './lines/readLines'

/** The rows of a file that this package wrote, and whose hash was compared. */
export function* rowsOfOurs(...path: readonly string[]): Generator<Sample> {
  for (const line of readLines(join(...path))) if (line._tag === 'Line') yield JSON.parse(line.text) as Sample
}
