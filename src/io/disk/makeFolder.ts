import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it; one that is there is no error. Throws what Node throws. Node's own `recursive` never
 * ends where a file system refuses names with ENOENT, as `/proc` does.
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
