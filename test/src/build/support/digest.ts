import { createHash } from 'node:crypto'
import type { LevelSpec, Seed } from 'genesis-datasets'
import { built } from '../../../support/built'

/** The sha256 of a dataset's rows as lines. */
export function digest<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, count: number): string {
  const hash = createHash('sha256')
  for (const sample of built(spec, seed, { count }).samples) hash.update(`${JSON.stringify(sample)}\n`)
  return hash.digest('hex')
}
