import { isRange } from './isRange'
import { wrongLength } from './wrongChoice'

/** Allowed numbers of items of a list, both ends included. */
export interface ListLength {
  /** Minimum number of items. @defaultValue 0 */
  readonly min?: number
  /** Maximum number of items. */
  readonly max: number
}

/**
 * Draws a list with a choice before each optional item that decides whether the list continues; every length is equally likely.
 * An item and the choice before it are adjacent, so shrinking drops both together. A length that is drawn first would have
 * to be lowered as well.
 *
 * @throws RangeError if the length is not a valid range.
 */
export function drawList<T>(integer: (min: number, max: number) => number, { min = 0, max }: ListLength, item: (index: number) => T): T[] {
  if (!(min >= 0 && isRange(min, max))) throw wrongLength(min, max)
  const items: T[] = []
  while (items.length < min || (items.length < max && integer(0, max - items.length) > 0)) items.push(item(items.length))
  return items
}
