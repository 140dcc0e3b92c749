import { messageOf } from '../../utils/strings/errorMessage'
import type { Problem } from '../../model/problem'

const CAUSES: Readonly<Record<string, readonly [received: string, hint: string]>> = {
  ENOENT: ['no such file or folder', 'check the path; a relative path starts in the current folder'],
  ENOTDIR: ['a path that continues below a file', 'check the path'],
  EISDIR: ['a folder', 'name a file in it'],
  EACCES: ['a file without read permission', 'ask for read permission, or grant it (chmod u+r)'],
  EPERM: ['a file without read permission', 'ask for read permission, or grant it (chmod u+r)'],
  ELOOP: ['symbolic links that form a loop', 'name the target file instead of the links'],
  ENAMETOOLONG: ['a name that is too long', 'check the path'],
  EMFILE: ['too many open files', 'raise the limit (ulimit -n), or close other programs'],
  ENFILE: ['too many open files', 'close other programs'],
  EIO: ['a disk error', 'try again, and copy the data while the disk can still be read'],
}

/** Returns the problem of a file or folder that cannot be read. Rethrows an error that has no system error code. */
export function cannotRead(path: string, thrown: unknown, expected = 'a file of JSON lines'): Problem {
  const code = (thrown as NodeJS.ErrnoException | null)?.code
  if (typeof code !== 'string') throw thrown
  const [received, hint] = CAUSES[code] ?? [messageOf(thrown), 'check the path']
  return unreadable(path, expected, received, hint)
}

/** Returns a `CannotRead` problem. */
export const unreadable = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'CannotRead',
  path: path === '' ? '""' : path,
  expected,
  received,
  hint,
})
