import type { Stats } from 'node:fs'
import type { Problem } from '../../model/problem'
import { unreadable } from '../disk/cannotRead'

/** The problem with reading what is no regular file; undefined for one that is. Opening a pipe could wait for ever. */
export function notAFile(path: string, stats: Stats): Problem | undefined {
  if (stats.isFile()) return undefined
  const what = stats.isDirectory() ? 'a folder' : stats.isFIFO() ? 'a pipe' : stats.isSocket() ? 'a socket' : 'a device'
  const hint = stats.isDirectory() ? 'name a file in it' : 'write what comes out of it to a file first: it can be read only once'
  return unreadable(path, 'a file of JSON lines', what, hint)
}
