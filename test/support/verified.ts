import { either as E } from 'fp-ts'
import { type LevelSpec, type Problem, renderError, type Sample, type VerifyOptions, verifySample } from 'genesis-datasets'
import { expect } from 'vitest'
import { told } from './told'

/** The sample that must come out. */
export function accepted<Q, A>(spec: LevelSpec<Q, A>, row: unknown, options?: VerifyOptions): Sample {
  const verified = verifySample(spec, row, options)
  if (E.isLeft(verified)) throw new Error(renderError(verified.left))
  return verified.right
}

/** What must be wrong with a row, or with the call: one problem for each place. */
export function rejected<Q, A>(spec: LevelSpec<Q, A>, row: unknown, options?: VerifyOptions): readonly Problem[] {
  const verified = verifySample(spec, row, options)
  if (E.isRight(verified)) throw new Error(`accepted: ${JSON.stringify(verified.right)}`)
  const problems = told(verified.left)
  const paths = problems.map(({ path }) => path)
  expect(paths).toEqual([...new Set(paths)])
  return problems
}

/** A rejection in short: where, what is there, and what should be. */
export const complaints = (problems: readonly Problem[]): readonly string[] =>
  problems.map(({ path, expected, received, hint }) => `${path}: ${expected} | ${received} | ${hint}`)

/** Rows of the seed format, which say nothing about how they were made: one with an answer, one at an edge, one of each trap. */
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
export const AT_EDGE = { ...ANSWERED, input: 'sum: 0 + 7', expected_output: '7', category: 'edge_case' } as const
const trap = (input: string, expected_output: string) => ({ ...ANSWERED, input, expected_output, category: 'adversarial' }) as const
export const OUT_OF_SCOPE = trap('product: 1 + 23', 'out of scope')
export const MALFORMED = trap('sum: 1 ++ 23', 'error: malformed input')
export const CONTRADICTORY = trap('sum: 1 + 23\nends in: 5', 'contradiction detected')
export const INCOMPLETE = trap('sum: 1 + 23 +', 'insufficient data')
export const SEED_ROWS = [ANSWERED, AT_EDGE, OUT_OF_SCOPE, MALFORMED, CONTRADICTORY, INCOMPLETE] as const
