import { either as E } from 'fp-ts'
import type { Format } from '../src/model/format'
import type { Law } from '../src/model/law'
import { law } from './law'
import { shown } from '../src/utils/strings/stringify'

type Parse = Format<unknown>['parse']

/**
 * The law that a parser refuses a text, and where it is told, at that very place (as `Format` counts it).
 *
 * Takes the law's name and the parser; for values that are no texts, how one becomes a text; and the place at which its text
 * must be refused. A violation tells what the text reads as, or where it was refused instead. A parser that throws has not
 * refused: it breaks the law.
 *
 * @example
 * refusedBy('text.noNumber', decimal.parse).check('07')
 * // 'holds'
 * refusedBy('number.negative', decimal.parse, (value: number) => String(-value)).check(0)
 * // { violated: '"0" is not refused, it reads as 0' }
 */
export function refusedBy(name: string, parse: Parse): Law<string>
export function refusedBy<T>(name: string, parse: Parse, textOf: (value: T) => string, at?: (value: T) => number): Law<T>
export function refusedBy(
  name: string,
  parse: Parse,
  textOf: (value: never) => string = (text: string) => text,
  at?: (value: never) => number,
): Law<never> {
  return law(name, value => {
    const text = textOf(value)
    const parsed = parse(text)
    if (E.isRight(parsed)) return { violated: `${shown(text)} is not refused, it reads as ${shown(parsed.right)}` }
    const place = at?.(value) ?? parsed.left.at
    if (place === parsed.left.at) return 'holds'
    return { violated: `${shown(text)} is refused at ${parsed.left.at} (expected ${parsed.left.expected}), not at ${place}` }
  })
}
