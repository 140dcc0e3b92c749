import { endOfString } from '../../verify/endOfString'

/** Lines up to this length are not checked, because parsing them is always fast. */
const MIN_CHECKED_CHARACTERS = 64 * 1024
const MAX_VALUES = 10_000
const MAX_DEPTH = 100

/** A limit that a line exceeds. */
export interface ShapeProblem {
  readonly expected: string
  readonly received: string
}

/**
 * Returns a problem for a line with too many values or too deep nesting, from its brackets and commas alone. Parsing and
 * reporting a line with millions of them takes minutes and gigabytes. A long line that is mostly text passes.
 */
export function shapeProblem(json: string): ShapeProblem | undefined {
  if (json.length <= MIN_CHECKED_CHARACTERS) return undefined
  let depth = 0
  let values = 1
  for (let at = 0; at < json.length; at++) {
    const character = json[at]
    if (character === '"') at = endOfString(json, at)
    else if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    else if (character === ',') values++
    if (depth > MAX_DEPTH) return { expected: `at most ${MAX_DEPTH} levels of nested brackets`, received: 'more' }
    if (values > MAX_VALUES) return { expected: `at most ${MAX_VALUES} values`, received: 'more' }
  }
  return undefined
}
