import type { Failure, Problem } from 'genesis-datasets'
import { expect } from 'vitest'

/** Returns the problems of a failure; each must state path, expectation, received value and hint. */
export function expectProblems({ _tag, problems }: Failure<string>): readonly Problem[] {
  expect(_tag).toMatch(/^(?:BuildError|FileError|CommandError|CheckError|ReproduceError|Rejection)$/)
  for (const { path, expected, received, hint } of problems) {
    for (const part of [path, expected, received, hint]) expect(part, JSON.stringify({ path, expected, received, hint })).not.toBe('')
  }
  return problems
}
