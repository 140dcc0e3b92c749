import { either as E } from 'fp-ts'
import { type BuildError, type BuildOptions, buildDataset, type Dataset, type LevelSpec, renderError, type Seed } from 'genesis-datasets'
import { told } from './told'

/** A dataset that must come out. */
export function built<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, options: BuildOptions = {}): Dataset {
  const dataset = buildDataset(spec, seed, options)
  if (E.isLeft(dataset)) throw new Error(renderError(dataset.left))
  return dataset.right
}

/** The error that must come out: of a call with anything at all. */
export function failed(spec: unknown, ...call: readonly unknown[]): BuildError {
  const [seed, options] = call.length === 0 ? [42] : call
  const dataset = (buildDataset as (...parts: readonly unknown[]) => ReturnType<typeof buildDataset>)(spec, seed, options)
  if (E.isRight(dataset)) throw new Error('expected an error, received a dataset')
  told(dataset.left)
  return dataset.left
}
