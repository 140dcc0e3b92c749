import { isDeepStrictEqual } from 'node:util'
import { either as E } from 'fp-ts'
import type { Format } from '../src/model/format'
import type { Law } from '../src/model/law'
import { law } from './law'
import type { Same } from './same'
import { shown } from '../src/utils/strings/stringify'

/**
 * The law that what a format prints reads back as the very value: `parse(print(value))` is `value`.
 *
 * Takes the law's name, the format, and what counts as the same value (by default, the same in all parts). A violation tells
 * the text and the value that it reads back as, or where the text stops being readable. A format that throws breaks the law.
 *
 * @example
 * assertArbitrary(fc.nat(), [roundTrip('decimal.roundTrip', decimal)])
 * roundTrip('decimal.roundTrip', { ...decimal, print: value => `${value}0` }).check(7)
 * // { violated: '7 prints as "70", which reads back as 70' }
 */
export const roundTrip = <T>(name: string, format: Format<T>, same: Same<T> = isDeepStrictEqual): Law<T> =>
  law(name, value => {
    const text = format.print(value)
    const parsed = format.parse(text)
    if (E.isRight(parsed) && same(parsed.right, value)) return 'holds'
    const reading = E.isRight(parsed)
      ? `reads back as ${shown(parsed.right)}`
      : `does not parse: expected ${parsed.left.expected} at ${parsed.left.at}`
    return { violated: `${shown(value)} prints as ${shown(text)}, which ${reading}` }
  })
