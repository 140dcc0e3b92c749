import type { Choose } from '../../choiceSequence'
import { drawList } from '../../drawList'

/** Maximum number of attempts. It is more than ever needed, because each draw succeeds at least once in ten times. */
const MAX_ATTEMPTS = 300

/**
 * Draws until `draw` returns a value. During shrinking, all choices of a draw may be the simplest ones, which may always
 * fail. So each attempt rotates its choices by a different amount.
 *
 * @throws Error if all attempts fail.
 */
export function drawUntil<T>(choose: Choose, draw: (choose: Choose) => T | undefined): T {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const drawn = draw(attempt === 0 ? choose : rotateChoices(choose, attempt))
    if (drawn !== undefined) return drawn
  }
  throw new Error('nothing that can be encoded was drawn')
}

function rotateChoices(choose: Choose, attempt: number): Choose {
  let call = 0
  const integer = (min: number, max: number): number => {
    call++
    const turn = Math.imul(attempt * 31 + call, 0x9e37_79b1) >>> 0
    return min + ((choose.integer(min, max) - min + turn) % (max - min + 1))
  }
  return {
    integer,
    boolean: () => integer(0, 1) === 1,
    pick: list => list[integer(0, list.length - 1)] as (typeof list)[number],
    bits: choose.bits,
    list: (length, item) => drawList(integer, length, item),
  }
}
