import { dirname, join } from 'node:path'
import type { Problem } from '../../model/problem'
import { MANIFEST } from '../layout'

/** A file that is not what its manifest says: a flipped bit, a cut, an edit. */
export const changedSince = (path: string, made: string, found: string, manifest = MANIFEST): Problem => ({
  _tag: 'CannotRead',
  path,
  expected: `the file that was made, of sha256 ${made.slice(0, 16)}…`,
  received: `another one, of sha256 ${found.slice(0, 16)}…`,
  hint: `it was changed since; make it again, or remove ${join(dirname(path), manifest)} where that was meant`,
})
