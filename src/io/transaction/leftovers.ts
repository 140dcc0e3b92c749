import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Disk } from '../disk/disk'

/** Below a dataset folder: each holds a folder for a level. */
const FOLDERS_OF_LEVELS = ['raw', 'validated']

/** Unfinished files; those of locks may belong to a run that waits. */
const LEFTOVER = /^\.(?!lock\.).+\.unfinished$/

/**
 * Removes every unfinished file below a locked root but those that are open: nobody else writes there, so each is of a run
 * that ended, which may have been another step, or of another level.
 */
export function removeLeftovers(disk: Disk, root: string, folders: readonly string[], open: ReadonlySet<string>): void {
  const ofLevels = FOLDERS_OF_LEVELS.flatMap(kind => namesIn(join(root, kind)).map(name => join(root, kind, name)))
  for (const folder of new Set([root, join(root, '.genesis'), ...folders, ...ofLevels])) {
    for (const name of namesIn(folder)) {
      const path = join(folder, name)
      if (LEFTOVER.test(name) && !open.has(path)) disk.remove(path)
    }
  }
}

/** What lies in a folder; nothing where it is none. */
function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  try {
    return readdirSync(folder)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOTDIR') return []
    throw thrown
  }
}
