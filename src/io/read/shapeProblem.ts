import { endOfString } from '../../verify/endOfString'

/** A line of fewer characters cannot hold so much that reading it takes long. */
const HARMLESS = 64 * 1024
const MOST_VALUES = 10_000
const DEEPEST = 100

/** Something that no row has so many of. */
export interface ShapeProblem {
  readonly expected: string
  readonly received: string
}

/**
 * Why a line is no row, by its brackets and commas alone: what has millions of them would take minutes and gigabytes to
 * read and to complain of. A long line that is mostly text is none of these.
 */
export function shapeProblem(json: string): ShapeProblem | undefined {
  if (json.length <= HARMLESS) return undefined
  let depth = 0
  let values = 1
  for (let at = 0; at < json.length; at++) {
    const character = json[at]
    if (character === '"') at = endOfString(json, at)
    else if (character === '[' || character === '{') depth++
    else if (character === ']' || character === '}') depth--
    else if (character === ',') values++
    if (depth > DEEPEST) return { expected: `at most ${DEEPEST} brackets within one another`, received: 'more' }
    if (values > MOST_VALUES) return { expected: `at most ${MOST_VALUES} values`, received: 'more' }
  }
  return undefined
}
