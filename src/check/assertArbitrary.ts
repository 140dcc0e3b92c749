import type * as fc from 'fast-check'
import { either as E } from 'fp-ts'
import { type ArbitraryOptions, checkArbitrary } from './checkArbitrary'
import { CheckFailed } from './checkFailed'
import type { CheckReport } from '../model/check'
import type { Law } from '../model/law'

/**
 * `checkArbitrary` for unit tests: gives its report, and throws an error whose message tells the law, the reason, the shrunk
 * value, the original, seed and token: a `CheckFailed`, which has all of it as data.
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
