import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Disk } from '../disk/disk'

/** Folders of a dataset that contain one folder per level. */
const LEVEL_PARENTS = ['raw', 'validated']

/** Names of unfinished files, except lock files: these may belong to a waiting run. */
const LEFTOVER = /^\.(?!lock\.).+\.unfinished$/

/**
 * Removes all unfinished files below a locked root, except the open ones. The lock excludes other writers, so every such file
 * belongs to an ended run, possibly of another step or level.
 */
export function removeLeftovers(disk: Disk, root: string, folders: readonly string[], open: ReadonlySet<string>): void {
  const ofLevels = LEVEL_PARENTS.flatMap(kind => namesIn(join(root, kind)).map(name => join(root, kind, name)))
  for (const folder of new Set([root, join(root, '.genesis'), ...folders, ...ofLevels])) {
    for (const name of namesIn(folder)) {
      const path = join(folder, name)
      if (LEFTOVER.test(name) && !open.has(path)) disk.remove(path)
    }
  }
}

/** Returns the names in a folder; none if the path does not exist or is a file. */
function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  try {
    return readdirSync(folder)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOTDIR') return []
    throw thrown
  }
}
