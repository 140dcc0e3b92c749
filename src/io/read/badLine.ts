import type { Problem } from '../../model/problem'

/** What is wrong with a whole line, as data. */
export const badLine = (path: string, number: number, expected: string, received: string, hint: string): Problem => ({
  _tag: 'BadLine',
  path: `${path}:${number}`,
  expected,
  received,
  hint,
})
