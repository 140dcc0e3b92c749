import type { CheckError, Counterexample } from '../model/problem'
import { renderError } from '../reporters/text/renderProblem'

/**
 * Error that `assertLevel` and `assertArbitrary` throw. `message` is the whole failure as text, `failure` the same as data.
 * `cause` is the error that the level's own code threw, if it threw.
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
