import { createHash } from 'node:crypto'
import type { LevelSpec, Seed } from 'genesis-datasets'
import { buildOrFail } from '../../../support/buildOrFail'

/** Computes the sha256 of the rows of a dataset as lines. */
export function digest<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, count: number): string {
  const hash = createHash('sha256')
  for (const sample of buildOrFail(spec, seed, { count }).samples) hash.update(`${JSON.stringify(sample)}\n`)
  return hash.digest('hex')
}
