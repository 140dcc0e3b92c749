import { isDeepStrictEqual } from 'node:util'
import type { Law } from '../src/model/law'
import { law } from './law'
import type { Equals } from './equals'
import { stringify } from '../src/utils/strings/stringify'

/**
 * Returns the law that a second application of a function changes nothing: `run(run(value))` equals `run(value)`. Functions that
 * normalise have this property.
 *
 * Takes the law's name, the function, and the equality of results (by default, deep equality). The function must not mutate its
 * argument, because the law cannot detect that. A violation reports both results. A function that throws violates the law.
 *
 * @example
 * const tidy = idempotence('spaces.tidied', (text: string) => text.replaceAll('  ', ' '))
 * tidy.check('a   b')
 * // { violated: 'the first application returned "a  b", the second "a b"' }
 */
export const idempotence = <T>(name: string, run: (value: T) => T, same: Equals<NoInfer<T>> = isDeepStrictEqual): Law<T> =>
  law(name, value => {
    const once = run(value)
    const twice = run(once)
    return same(twice, once) ? 'holds' : { violated: `the first application returned ${stringify(once)}, the second ${stringify(twice)}` }
  })
