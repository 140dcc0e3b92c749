import type { Problem } from '../model/problem'

/** Makes an `InvalidRow` problem of the field at `path`; `law` is the law that the row violates, if any. */
export const invalidRow = (path: string, expected: string, received: string, hint: string, law?: string): Problem => ({
  _tag: 'InvalidRow',
  path,
  expected,
  received,
  hint,
  ...(law !== undefined && { law }),
})
