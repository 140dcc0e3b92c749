import { isRange } from './isRange'
import { wrongLength } from './wrongChoice'

/** How many items a list may have, both ends included; `min` is 0 unless told. */
export interface ListLength {
  readonly min?: number
  readonly max: number
}

/**
 * A list with a choice to go on before each item that may be left out; every length is equally likely. An item and the choice
 * before it stand side by side, so that shrinking drops both at once: a length that is chosen first would have to go down too.
 */
export function drawList<T>(integer: (min: number, max: number) => number, { min = 0, max }: ListLength, item: (index: number) => T): T[] {
  if (!(min >= 0 && isRange(min, max))) throw wrongLength(min, max)
  const items: T[] = []
  while (items.length < min || (items.length < max && integer(0, max - items.length) > 0)) items.push(item(items.length))
  return items
}
