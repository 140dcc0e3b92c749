import { messageOf } from '../../utils/strings/errorMessage'
import type { Problem } from '../../model/problem'

/** A disk error that this package detects itself, without a system error code. */
export class DiskFault extends Error {}

const SPACE_HINT = 'free some space; the same call then resumes from its last checkpoint'
const PERMISSION_HINT = 'ask for write permission, or choose another folder'

/** Hints by system error code. */
const HINTS: Readonly<Record<string, string>> = {
  ENOSPC: SPACE_HINT,
  EDQUOT: SPACE_HINT,
  EACCES: PERMISSION_HINT,
  EPERM: PERMISSION_HINT,
  EROFS: PERMISSION_HINT,
  ENOTDIR: 'a part of the path is a file, not a folder: choose another folder',
  EMFILE: 'raise the limit of open files (ulimit -n); the same call then resumes from its last checkpoint',
  EIO: 'the disk fails: choose a folder on another disk',
}

/** Returns the `CannotWrite` problem of a disk error. Rethrows every other error, because that is a program fault. */
export function diskProblem(path: string, thrown: unknown): Problem {
  if (!(thrown instanceof DiskFault) && typeof (thrown as NodeJS.ErrnoException | null)?.code !== 'string') throw thrown
  return {
    _tag: 'CannotWrite',
    path,
    expected: 'a writable folder',
    received: messageOf(thrown),
    hint: HINTS[(thrown as NodeJS.ErrnoException).code ?? ''] ?? 'check the folder, or choose another one',
  }
}
