import { either as E } from 'fp-ts'
import type { Format } from '../src/model/format'
import type { Law } from '../src/model/law'
import { law } from './law'
import { stringify } from '../src/utils/strings/stringify'

type Parse = Format<unknown>['parse']

/**
 * Returns the law that a parser rejects a text, optionally at a given offset (counted as in `Format`).
 *
 * Takes the law's name and the parser. For values that are not texts, it also takes a function that converts a value to a text.
 * The last parameter returns the offset at which the text must be rejected. A violation reports the parsed value, or the offset
 * at which the text was rejected instead. A parser that throws has not rejected the text, so it violates the law.
 *
 * @example
 * rejectedBy('text.noNumber', decimal.parse).check('07')
 * // 'holds'
 * rejectedBy('number.negative', decimal.parse, (value: number) => String(-value)).check(0)
 * // { violated: '"0" is not rejected: it parses as 0' }
 */
export function rejectedBy(name: string, parse: Parse): Law<string>
export function rejectedBy<T>(name: string, parse: Parse, textOf: (value: T) => string, at?: (value: T) => number): Law<T>
export function rejectedBy(
  name: string,
  parse: Parse,
  textOf: (value: never) => string = (text: string) => text,
  at?: (value: never) => number,
): Law<never> {
  return law(name, value => {
    const text = textOf(value)
    const parsed = parse(text)
    if (E.isRight(parsed)) return { violated: `${stringify(text)} is not rejected: it parses as ${stringify(parsed.right)}` }
    const place = at?.(value) ?? parsed.left.at
    if (place === parsed.left.at) return 'holds'
    return { violated: `${stringify(text)} is rejected at ${parsed.left.at} (expected ${parsed.left.expected}), not at ${place}` }
  })
}
