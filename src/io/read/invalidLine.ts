import type { Problem } from '../../model/problem'

/** Returns the problem of a whole line. `number` counts from 1. */
export const invalidLine = (path: string, number: number, expected: string, received: string, hint: string): Problem => ({
  _tag: 'InvalidLine',
  path: `${path}:${number}`,
  expected,
  received,
  hint,
})
