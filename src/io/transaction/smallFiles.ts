import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Disk } from '../disk/disk'
import { UnfinishedFile, unfinishedName } from './unfinishedFile'

/** Writes a small file in one piece: after any interruption it is the old one or the new one. */
export function writeWhole(disk: Disk, path: string, text: string): void {
  const file = UnfinishedFile.fresh(disk, path)
  try {
    file.append(text, 0)
    file.sync()
  } finally {
    file.close()
  }
  disk.rename(unfinishedName(path), path)
  disk.syncFolder(dirname(path))
}

/** What a small file of JSON holds; undefined where there is none, or where it cannot be read as such. */
export function readWhole(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
