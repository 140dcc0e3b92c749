import type { Choose } from '../../choiceSequence'
import { drawList } from '../../drawList'

/** More than are ever needed: what is drawn here succeeds at least once in ten times. */
const MOST_ATTEMPTS = 300

/**
 * Draws until something can be made of what was drawn. While a draw shrinks, all its choices may be the simplest ones,
 * and these may always fail; so each attempt turns its choices by another amount.
 */
export function drawUntil<T>(choose: Choose, draw: (choose: Choose) => T | undefined): T {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const drawn = draw(attempt === 0 ? choose : turned(choose, attempt))
    if (drawn !== undefined) return drawn
  }
  throw new Error('nothing that can be encoded was drawn')
}

function turned(choose: Choose, attempt: number): Choose {
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
