import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { either as E } from 'fp-ts'
import { type FileError, fileError, type Problem } from '../../model/problem'
import type { Disk } from '../disk/disk'
import { diskProblem } from '../disk/diskFault'
import { SOFTWARE_NAME } from '../manifest/manifestFile'
import { alreadyThere } from '../manifest/overwriteCheck'
import { lockFolder } from '../transaction/lock'
import { quietly } from '../transaction/ignoreErrors'
import { writeWhole } from '../transaction/smallFiles'

/** What a page of ours says of itself, and no other page. */
const MARK = `<meta name="generator" content="${SOFTWARE_NAME} `

/** It stands behind little more than the policy. */
const HEAD = 2_048

/** Why a page must not be written where it is wanted: what lies there is none of ours, or cannot be read. */
export function mayWritePage(path: string, force: boolean): readonly Problem[] {
  if (force || !existsSync(path)) return []
  try {
    return headOf(path).includes(MARK) ? [] : [alreadyThere(path, 'a page of a report', 'another file')]
  } catch (thrown) {
    return [diskProblem(path, thrown)]
  }
}

/** Writes a page whole or not at all, and never over a file that is none of ours, unless that is forced. */
export function writePage(disk: Disk, path: string, text: string, force: boolean): E.Either<FileError, void> {
  const folder = join(dirname(path), '.genesis')
  try {
    const lock = lockFolder(disk, folder)
    if ('_tag' in lock) return E.left(fileError([lock]))
    try {
      const kept = mayWritePage(path, force)
      if (kept.length > 0) return E.left(fileError(kept))
      writeWhole(disk, path, text)
      return E.right(undefined)
    } finally {
      quietly(lock.release)
      // Fails, as it should, where the folder is used by others.
      quietly(() => disk.removeFolder(folder))
    }
  } catch (thrown) {
    return E.left(fileError([diskProblem(path, thrown)]))
  }
}

function headOf(path: string): string {
  const descriptor = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD)
    return head.toString('utf8', 0, readSync(descriptor, head, 0, HEAD, 0))
  } finally {
    closeSync(descriptor)
  }
}
