import { messageOf } from '../../utils/strings/errorMessage'
import type { Problem } from '../../model/problem'

/** Something that our own use of the disk found wrong. */
export class DiskFault extends Error {}

const SPACE = 'free some space; the same call then goes on from where it ended'
const RIGHTS = 'ask for the right to write there, or name another folder'

/** What helps, by what the system says. */
const HINTS: Readonly<Record<string, string>> = {
  ENOSPC: SPACE,
  EDQUOT: SPACE,
  EACCES: RIGHTS,
  EPERM: RIGHTS,
  EROFS: RIGHTS,
  ENOTDIR: 'a file stands where a folder is needed: name another folder',
  EMFILE: 'allow more open files (ulimit -n); the same call then goes on from where it ended',
  EIO: 'the disk fails: name a folder on another one',
}

/** A thrown value as a problem, where it is a fault of the disk; anything else is a fault of a program, and goes on. */
export function diskProblem(path: string, thrown: unknown): Problem {
  if (!(thrown instanceof DiskFault) && typeof (thrown as NodeJS.ErrnoException | null)?.code !== 'string') throw thrown
  return {
    _tag: 'CannotWrite',
    path,
    expected: 'a folder that can be written',
    received: messageOf(thrown),
    hint: HINTS[(thrown as NodeJS.ErrnoException).code ?? ''] ?? 'look at the folder, or name another one',
  }
}
