import { either as E } from 'fp-ts'
import type { Format } from '../src/model/format'

/**
 * Returns a format whose texts are all texts that a regular expression matches as a whole. `read` makes the value from the
 * match, `print` the text from the value. A text that does not match is a parse error at position 0.
 *
 * @example
 * const point = grammar(/^(\d+),(\d+)$/, ([, x, y]) => ({ x: Number(x), y: Number(y) }), ({ x, y }) => `${x},${y}`)
 */
export const grammar = <T>(pattern: RegExp, read: (match: RegExpExecArray) => T, print: (value: T) => string): Format<T> => {
  // The flags g and y are dropped because their lastIndex would carry over from one call to the next.
  const stateless = new RegExp(pattern.source, pattern.flags.replace(/[gy]/g, ''))
  return {
    print,
    parse: text => {
      const match = stateless.exec(text)
      return match === null || match[0] !== text
        ? E.left({ at: 0, expected: `a text of the form ${pattern.source}` })
        : E.right(read(match))
    },
  }
}

/** Format of whole numbers from 0, in decimal without leading zeroes. */
export const decimal: Format<number> = grammar(/^(0|[1-9]\d*)$/, ([digits]) => Number(digits), String)
