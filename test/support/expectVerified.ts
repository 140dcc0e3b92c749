import { either as E } from 'fp-ts'
import { type LevelSpec, type Problem, renderError, type Sample, type VerifyOptions, verifySample } from 'genesis-datasets'
import { expect } from 'vitest'
import { expectProblems } from './expectProblems'

/** Verifies a row; fails if it is rejected. */
export function expectAccepted<Q, A>(spec: LevelSpec<Q, A>, row: unknown, options?: VerifyOptions): Sample {
  const verified = verifySample(spec, row, options)
  if (E.isLeft(verified)) throw new Error(renderError(verified.left))
  return verified.right
}

/** Returns the problems of a rejected row or call; at most one per path. */
export function expectRejected<Q, A>(spec: LevelSpec<Q, A>, row: unknown, options?: VerifyOptions): readonly Problem[] {
  const verified = verifySample(spec, row, options)
  if (E.isRight(verified)) throw new Error(`accepted: ${JSON.stringify(verified.right)}`)
  const problems = expectProblems(verified.left)
  const paths = problems.map(({ path }) => path)
  expect(paths).toEqual([...new Set(paths)])
  return problems
}

/** Summarizes problems as path, expectation, received value and hint. */
export const problemSummaries = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ path, expected, received, hint }) => `${path}: ${expected} | ${received} | ${hint}`)

/** An answered row of the seed format, which says nothing about its provenance. */
export const ANSWERED = {
  id: 'sums_000001',
  input: 'sum: 1 + 23',
  expected_output: '24',
  category: 'valid',
  difficulty: 'easy',
  verified: false,
  verification_method: 'test',
  metadata: {},
} as const
/** A row of the seed format at an edge. */
export const AT_EDGE = { ...ANSWERED, input: 'sum: 0 + 7', expected_output: '7', category: 'edge_case' } as const
const trap = (input: string, expected_output: string) => ({ ...ANSWERED, input, expected_output, category: 'adversarial' }) as const
/** A trap of the seed format, out of scope. */
export const OUT_OF_SCOPE = trap('product: 1 + 23', 'out of scope')
/** A malformed trap of the seed format. */
export const MALFORMED = trap('sum: 1 ++ 23', 'error: malformed input')
/** A contradictory trap of the seed format. */
export const CONTRADICTORY = trap('sum: 1 + 23\nends in: 5', 'contradiction detected')
/** An incomplete trap of the seed format. */
export const INCOMPLETE = trap('sum: 1 + 23 +', 'insufficient data')
/** All rows of the seed format above. */
export const SEED_ROWS = [ANSWERED, AT_EDGE, OUT_OF_SCOPE, MALFORMED, CONTRADICTORY, INCOMPLETE] as const
