import { isDeepStrictEqual } from 'node:util'
import { either as E } from 'fp-ts'
import type { Format } from '../src/model/format'
import type { Law } from '../src/model/law'
import { law } from './law'
import type { Equals } from './equals'
import { stringify } from '../src/utils/strings/stringify'

/**
 * Returns the law that a format parses what it prints to the same value: `parse(print(value))` equals `value`.
 *
 * Takes the law's name, the format, and the equality of values (by default, deep equality). A violation reports the text and
 * the value that it parses to, or the offset of the parse error. A format that throws violates the law.
 *
 * @example
 * assertArbitrary(fc.nat(), [roundTrip('decimal.roundTrip', decimal)])
 * roundTrip('decimal.roundTrip', { ...decimal, print: value => `${value}0` }).check(7)
 * // { violated: '7 prints as "70", which reads back as 70' }
 */
export const roundTrip = <T>(name: string, format: Format<T>, same: Equals<T> = isDeepStrictEqual): Law<T> =>
  law(name, value => {
    const text = format.print(value)
    const parsed = format.parse(text)
    if (E.isRight(parsed) && same(parsed.right, value)) return 'holds'
    const reading = E.isRight(parsed)
      ? `reads back as ${stringify(parsed.right)}`
      : `does not parse: expected ${parsed.left.expected} at ${parsed.left.at}`
    return { violated: `${stringify(value)} prints as ${stringify(text)}, which ${reading}` }
  })
