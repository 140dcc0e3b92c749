import { isDeepStrictEqual } from 'node:util'
import type { Law } from '../src/model/law'
import { messageOf } from '../src/utils/strings/errorMessage'
import { law } from './law'
import type { Same } from './same'
import { shown } from '../src/utils/strings/stringify'

/**
 * The law that two functions which were made apart from one another give the same for a value: two oracles, or an
 * implementation and its model.
 *
 * Takes the law's name, the two functions, and what counts as the same result (by default, the same in all parts; verdicts hold
 * a function, so compare those by what matters in them). A violation tells both results. A function that throws has not
 * agreed: the violation says which of the two, and what.
 *
 * Source: differential testing (McKeeman 1998, "Differential Testing for Software"); with a model as the other function, the
 * model-based properties of Hughes 2019, "How to Specify It!".
 *
 * @example
 * const byHand = (numbers: readonly number[]) => numbers.reduce((most, number) => (number > most ? number : most), 0)
 * agreement('greatest.twoWays', byHand, numbers => Math.max(...numbers)).check([-5])
 * // { violated: 'the first gives 0, the second gives -5' }
 */
export const agreement = <T, R>(
  name: string,
  one: (value: T) => R,
  other: (value: T) => NoInfer<R>,
  same: Same<NoInfer<R>> = isDeepStrictEqual,
): Law<T> =>
  law(name, value => {
    const [first, second] = [attempt(one, value), attempt(other, value)]
    if ('result' in first && 'result' in second && same(first.result, second.result)) return 'holds'
    return { violated: `the first ${told(first)}, the second ${told(second)}` }
  })

type Attempt<R> = { readonly result: R } | { readonly threw: string }

function attempt<T, R>(run: (value: T) => R, value: T): Attempt<R> {
  try {
    return { result: run(value) }
  } catch (thrown) {
    return { threw: messageOf(thrown) }
  }
}

const told = (attempted: Attempt<unknown>): string =>
  'result' in attempted ? `gives ${shown(attempted.result)}` : `throws ${shown(attempted.threw)}`
