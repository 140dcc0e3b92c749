import { either as E } from 'fp-ts'
import { CheckFailed } from './checkFailed'
import { checkLevel } from './checkLevel'
import type { CheckOptions, CheckReport } from '../model/check'
import type { LevelSpec } from '../model/levelSpec'

/**
 * Runs `checkLevel` in a unit test and returns its report.
 *
 * @throws {@link CheckFailed} if a law is violated or the call is invalid. The message gives law, reason, shrunk draft,
 * original, seed and token; `failure` has them as data.
 *
 * @example
 * assertLevel(level, { seed: 42, runs: 200 })
 */
export function assertLevel<Q, A>(spec: LevelSpec<Q, A>, options?: CheckOptions<Q, A>): CheckReport {
  const checked = checkLevel(spec, options)
  if (E.isLeft(checked)) throw new CheckFailed(checked.left)
  return checked.right
}
