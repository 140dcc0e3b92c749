import { isDeepStrictEqual } from 'node:util'
import type { Law } from '../src/model/law'
import { law } from './law'
import type { Same } from './same'
import { shown } from '../src/utils/strings/stringify'

/**
 * The law that a function changes nothing more the second time: `run(run(value))` is `run(value)`, as of whatever normalises.
 *
 * Takes the law's name, the function (which must not change the value that it is given: that would go unnoticed), and what
 * counts as the same result (by default, the same in all parts). A violation tells what it gives once and twice. A function
 * that throws breaks the law.
 *
 * @example
 * const tidy = idempotence('spaces.tidied', (text: string) => text.replaceAll('  ', ' '))
 * tidy.check('a   b')
 * // { violated: 'once it gives "a  b", twice "a b"' }
 */
export const idempotence = <T>(name: string, run: (value: T) => T, same: Same<NoInfer<T>> = isDeepStrictEqual): Law<T> =>
  law(name, value => {
    const once = run(value)
    const twice = run(once)
    return same(twice, once) ? 'holds' : { violated: `once it gives ${shown(once)}, twice ${shown(twice)}` }
  })
