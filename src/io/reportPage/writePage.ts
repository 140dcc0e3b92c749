import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { either as E } from 'fp-ts'
import { type FileError, fileError, type Problem } from '../../model/problem'
import type { Disk } from '../disk/disk'
import { diskProblem } from '../disk/diskFault'
import { SOFTWARE_NAME } from '../manifest/manifestFile'
import { alreadyExists } from '../manifest/checkOverwrite'
import { lockFolder } from '../transaction/lock'
import { ignoreErrors } from '../transaction/ignoreErrors'
import { writeAtomically } from '../transaction/atomicFiles'

/** Marker of a page that this package wrote. */
const MARK = `<meta name="generator" content="${SOFTWARE_NAME} `

/** Number of bytes in which the marker must be: it follows only the content security policy. */
const HEAD_BYTES = 2_048

/** Returns a problem if the path has a file that is not a page of this package, or that cannot be read. */
export function overwriteProblems(path: string, force: boolean): readonly Problem[] {
  if (force || !existsSync(path)) return []
  try {
    return headOf(path).includes(MARK) ? [] : [alreadyExists(path, 'a report page', 'another file')]
  } catch (thrown) {
    return [diskProblem(path, thrown)]
  }
}

/** Writes a page completely or not at all. It does not replace a file that this package did not write, unless `force` is set. */
export function writePage(disk: Disk, path: string, text: string, force: boolean): E.Either<FileError, void> {
  const folder = join(dirname(path), '.genesis')
  try {
    const lock = lockFolder(disk, folder)
    if ('_tag' in lock) return E.left(fileError([lock]))
    try {
      const problems = overwriteProblems(path, force)
      if (problems.length > 0) return E.left(fileError(problems))
      writeAtomically(disk, path, text)
      return E.right(undefined)
    } finally {
      ignoreErrors(lock.release)
      // Fails, as intended, if other runs use the folder.
      ignoreErrors(() => disk.removeFolder(folder))
    }
  } catch (thrown) {
    return E.left(fileError([diskProblem(path, thrown)]))
  }
}

function headOf(path: string): string {
  const descriptor = openSync(path, 'r')
  try {
    const head = Buffer.alloc(HEAD_BYTES)
    return head.toString('utf8', 0, readSync(descriptor, head, 0, HEAD_BYTES, 0))
  } finally {
    closeSync(descriptor)
  }
}
