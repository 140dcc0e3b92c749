import type { Counterexample, LevelSpec } from 'genesis-datasets'
import { expectBuildError } from '../../../../support/buildOrFail'
import { expectBuildViolation } from '../../../../support/expectBuildViolation'

const SEEDS = Array.from({ length: 20 }, (_, index) => 42 + index)

/** Returns the counterexample with which a build must stop, under the first seed that gives an answerable row. */
export function rowViolation<Q, A>(spec: LevelSpec<Q, A>, law: string, count = 60): Counterexample {
  const seed = SEEDS.find(each => expectBuildError(spec, each, { count }).problems.every(({ path }) => !path.startsWith('adversarial.')))
  if (seed === undefined) throw new Error('every counterexample is a trap')
  return expectBuildViolation(spec, law, { count, seed })
}
