import { dirname, join } from 'node:path'
import type { Problem } from '../../model/problem'
import { MANIFEST } from '../layout'

/** Returns the problem of a file whose hash differs from its manifest: a flipped bit, a truncation or an edit. */
export const fileChanged = (path: string, recorded: string, current: string, manifest = MANIFEST): Problem => ({
  _tag: 'CannotRead',
  path,
  expected: `the file as written, with sha256 ${recorded.slice(0, 16)}…`,
  received: `a modified file, with sha256 ${current.slice(0, 16)}…`,
  hint: `write it again, or remove ${join(dirname(path), manifest)} if the change was intended`,
})
