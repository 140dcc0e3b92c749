import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Disk } from '../disk/disk'
import { UnfinishedFile, unfinishedName } from './unfinishedFile'

/** Writes a small file atomically: after an interruption the file has either the old or the new content. */
export function writeAtomically(disk: Disk, path: string, text: string): void {
  const file = UnfinishedFile.create(disk, path)
  try {
    file.append(text, 0)
    file.sync()
  } finally {
    file.close()
  }
  disk.rename(unfinishedName(path), path)
  disk.syncFolder(dirname(path))
}

/** Reads a small JSON file. Returns undefined if it is missing, unreadable or not JSON. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
