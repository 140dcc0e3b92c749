import type { Problem } from '../model/problem'

/** Something that is wrong with a row, by the path of its field, and the law that it breaks. */
export const invalidRow = (path: string, expected: string, received: string, hint: string, law?: string): Problem => ({
  _tag: 'InvalidRow',
  path,
  expected,
  received,
  hint,
  ...(law !== undefined && { law }),
})
