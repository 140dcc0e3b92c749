import { messageOf } from '../../utils/strings/errorMessage'
import type { Problem } from '../../model/problem'

const WHAT: Readonly<Record<string, readonly [received: string, hint: string]>> = {
  ENOENT: ['nothing there', 'check the path; one that does not begin with / is taken from the folder you are in'],
  ENOTDIR: ['a path that goes on behind a file', 'check the path'],
  EISDIR: ['a folder', 'name a file in it'],
  EACCES: ['a file that you may not read', 'ask for the right to read it, or change it (chmod u+r)'],
  EPERM: ['a file that you may not read', 'ask for the right to read it, or change it (chmod u+r)'],
  ELOOP: ['links that lead to one another', 'name the file that they should lead to'],
  ENAMETOOLONG: ['a name that is too long', 'check the path'],
  EMFILE: ['too many open files', 'allow more of them (ulimit -n), or close other programs'],
  ENFILE: ['too many open files', 'close other programs'],
  EIO: ['an error of the disk', 'try again, and copy what is on the disk while it can be read'],
}

/** Why a file or folder cannot be read, from what Node threw; what is no fault of disk or path is thrown again. */
export function cannotRead(path: string, thrown: unknown, expected = 'a file of JSON lines'): Problem {
  const code = (thrown as NodeJS.ErrnoException | null)?.code
  if (typeof code !== 'string') throw thrown
  const [received, hint] = WHAT[code] ?? [messageOf(thrown), 'check the path']
  return unreadable(path, expected, received, hint)
}

/** A file or folder that cannot be read, as data. */
export const unreadable = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'CannotRead',
  path: path === '' ? '""' : path,
  expected,
  received,
  hint,
})
