import { either as E } from 'fp-ts'
import { CheckFailed } from './checkFailed'
import { checkLevel } from './checkLevel'
import type { CheckOptions, CheckReport } from '../model/check'
import type { LevelSpec } from '../model/levelSpec'

/**
 * `checkLevel` for unit tests: gives its report, and throws an error whose message tells the law, the reason, the shrunk
 * draft, the original, seed and token: a `CheckFailed`, which has all of it as data.
 *
 * @example
 * assertLevel(level, { seed: 42, runs: 200 })
 */
export function assertLevel<Q, A>(spec: LevelSpec<Q, A>, options?: CheckOptions<Q, A>): CheckReport {
  const checked = checkLevel(spec, options)
  if (E.isLeft(checked)) throw new CheckFailed(checked.left)
  return checked.right
}
