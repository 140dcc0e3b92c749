import { either as E } from 'fp-ts'
import { type BuildError, type BuildOptions, buildDataset, type Dataset, type LevelSpec, renderError, type Seed } from 'genesis-datasets'
import { expectProblems } from './expectProblems'

/** Builds a dataset; fails if there is an error. */
export function buildOrFail<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: BuildOptions = {}): Dataset {
  const dataset = buildDataset(spec, seed, options)
  if (E.isLeft(dataset)) throw new Error(renderError(dataset.left))
  return dataset.right
}

/** Returns the error of a build with any arguments; fails if it succeeds. */
export function expectBuildError(spec: unknown, ...call: readonly unknown[]): BuildError {
  const [seed, options] = call.length === 0 ? [42] : call
  const dataset = (buildDataset as (...parts: readonly unknown[]) => ReturnType<typeof buildDataset>)(spec, seed, options)
  if (E.isRight(dataset)) throw new Error('expected an error, received a dataset')
  expectProblems(dataset.left)
  return dataset.left
}
