import { either as E } from 'fp-ts'
import { buildDataset, type Counterexample, type LevelSpec, renderError, reproduce } from 'genesis-datasets'
import { expect } from 'vitest'
import { expectProblems } from './expectProblems'

/** Returns the counterexample with which a build must stop: of this law, completely shrunk, with its token. */
export function expectBuildViolation<Q, A>(spec: LevelSpec<Q, A>, law: string, { count = 60, seed = 42 } = {}): Counterexample {
  const dataset = buildDataset(spec, seed, { count })
  if (E.isRight(dataset)) throw new Error(`${law} lets the fault pass`)
  const [problem, ...others] = expectProblems(dataset.left)
  expect(others).toEqual([])
  expect(problem?._tag, renderError(dataset.left)).toBe('LawViolated')
  const counterexample = problem?.counterexample as Counterexample
  expect(counterexample.law).toBe(law)
  expect(counterexample.minimal).toBe(true)
  expect(counterexample.seed).toBe(String(seed))
  expect(problem?.token).toBe(counterexample.token)
  const again = reproduce(spec, counterexample.token)
  if (E.isLeft(again)) throw new Error(renderError(again.left))
  const { steps, laws, twinLaws, ...place } = again.right
  expect(place).toMatchObject({ level: spec.name, version: spec.version, seed: String(seed), cell: problem?.path, biased: false })
  expect(steps).toHaveLength(counterexample.shrinks + 1)
  expect([steps[0], steps.at(-1)]).toEqual([counterexample.original, counterexample.shrunk])
  expect([...twinLaws, ...laws]).toContainEqual({ law, outcome: { violated: counterexample.reason } })
  return counterexample
}
