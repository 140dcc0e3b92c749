import type { Problem } from '../model/problem'

/** Something that is wrong with a row, by the path of its field. */
export const invalidRow = (path: string, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidRow',
  path,
  expected,
  received,
  hint,
})
