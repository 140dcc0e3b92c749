import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Creates a folder and its missing parents. An existing folder is not an error. Throws Node's error. Node's own `recursive`
 * option loops forever on a file system that answers with ENOENT, as `/proc` does.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path)
  } catch (thrown) {
    if (isFolder(path)) return
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT' || existsSync(dirname(path))) throw thrown
    makeFolder(dirname(path))
    makeFolder(path)
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
