import { isDeepStrictEqual } from 'node:util'
import type { Law } from '../src/model/law'
import { messageOf } from '../src/utils/strings/errorMessage'
import { law } from './law'
import type { Equals } from './equals'
import { stringify } from '../src/utils/strings/stringify'

/**
 * Returns the law that two independently written functions give the same result for a value: two oracles, or an
 * implementation and its model.
 *
 * Takes the law's name, the two functions, and the equality of results (by default, deep equality). A verdict holds a function,
 * so compare verdicts by the fields that matter. A violation reports both results. A function that throws violates the law,
 * and the violation names the function and its error message.
 *
 * Source: differential testing (McKeeman 1998, "Differential Testing for Software"); with a model as the other function, the
 * model-based properties of Hughes 2019, "How to Specify It!".
 *
 * @example
 * const byHand = (numbers: readonly number[]) => numbers.reduce((most, number) => (number > most ? number : most), 0)
 * agreement('greatest.twoWays', byHand, numbers => Math.max(...numbers)).check([-5])
 * // { violated: 'the first function returned 0, the second returned -5' }
 */
export const agreement = <T, R>(
  name: string,
  one: (value: T) => R,
  other: (value: T) => NoInfer<R>,
  same: Equals<NoInfer<R>> = isDeepStrictEqual,
): Law<T> =>
  law(name, value => {
    const [first, second] = [callSafely(one, value), callSafely(other, value)]
    if ('result' in first && 'result' in second && same(first.result, second.result)) return 'holds'
    return { violated: `the first function ${describeCall(first)}, the second ${describeCall(second)}` }
  })

type CallResult<R> = { readonly result: R } | { readonly threw: string }

function callSafely<T, R>(run: (value: T) => R, value: T): CallResult<R> {
  try {
    return { result: run(value) }
  } catch (thrown) {
    return { threw: messageOf(thrown) }
  }
}

const describeCall = (attempted: CallResult<unknown>): string =>
  'result' in attempted ? `returned ${stringify(attempted.result)}` : `threw ${stringify(attempted.threw)}`
