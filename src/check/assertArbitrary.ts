import type * as fc from 'fast-check'
import { either as E } from 'fp-ts'
import { type ArbitraryOptions, checkArbitrary } from './checkArbitrary'
import { CheckFailed } from './checkFailed'
import type { CheckReport } from '../model/check'
import type { Law } from '../model/law'

/**
 * Runs `checkArbitrary` in a unit test and returns its report.
 *
 * @throws {@link CheckFailed} if a law is violated or the call is invalid. The message gives law, reason, shrunk value,
 * original, seed and token; `failure` has them as data.
 *
 * @example
 * const even = law('number.even', (value: number) => (value % 2 === 0 ? 'holds' : { violated: `${value} is odd` }))
 * assertArbitrary(fc.nat({ max: 99 }).map(half => 2 * half), [even], { seed: 42, runs: 200 })
 */
export function assertArbitrary<T>(arbitrary: fc.Arbitrary<T>, laws: readonly Law<T>[], options?: ArbitraryOptions<T>): CheckReport {
  const checked = checkArbitrary(arbitrary, laws, options)
  if (E.isLeft(checked)) throw new CheckFailed(checked.left)
  return checked.right
}
