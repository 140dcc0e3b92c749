import type { Failure, Problem } from 'genesis-datasets'
import { expect } from 'vitest'

/** The problems of a failure, each of which must say where it is, what was expected, what came instead, and what to do. */
export function told({ _tag, problems }: Failure<string>): readonly Problem[] {
  expect(_tag).toMatch(/^(?:BuildError|FileError|CommandError|CheckError|ReplayError|Rejection)$/)
  for (const { path, expected, received, hint } of problems) {
    for (const part of [path, expected, received, hint]) expect(part, JSON.stringify({ path, expected, received, hint })).not.toBe('')
  }
  return problems
}
