import type { CheckError, Counterexample } from '../model/problem'
import { renderError } from '../reporters/text/renderProblem'

/**
 * What `assertLevel` and `assertArbitrary` throw: the message tells all, `failure` is the same as data, and `cause` what the
 * level's own code threw, if it did.
 *
 * @example
 * try {
 *   assertLevel(level, { runs: 20 })
 * } catch (error) {
 *   if (error instanceof CheckFailed) console.log(error.failure._tag)
 * }
 */
export class CheckFailed extends Error {
  override readonly name = 'CheckFailed'

  constructor(readonly failure: Counterexample | CheckError) {
    super(renderError(failure), 'thrown' in failure ? { cause: failure.thrown } : undefined)
  }
}
