import type { Stats } from 'node:fs'
import type { Problem } from '../../model/problem'
import { unreadable } from '../disk/cannotRead'

/** Returns a problem for a path that is not a regular file; otherwise undefined. Opening a pipe could block forever. */
export function notAFile(path: string, stats: Stats): Problem | undefined {
  if (stats.isFile()) return undefined
  const what = stats.isDirectory() ? 'a folder' : stats.isFIFO() ? 'a pipe' : stats.isSocket() ? 'a socket' : 'a device'
  const hint = stats.isDirectory() ? 'name a file in it' : 'write its output to a file first, because it can be read only once'
  return unreadable(path, 'a file of JSON lines', what, hint)
}
