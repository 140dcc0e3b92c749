import type { Hash64 } from '../../dedupe/formHashes'

/** How many forms are looked at. */
const MAX_FORMS = 65_536

/**
 * On which sides forms stand that are held out whole. There are few of them as a rule; of more, an even sample by their
 * hash is looked at, with all rows that have one of these, so that a form on two sides is seen on both.
 */
export class FormSides {
  private readonly sides = new Map<number, number>()
  private below = 2 ** 32

  /** @param most how many forms are looked at */
  constructor(private readonly most = MAX_FORMS) {}

  /** Adds a row's form with its side, from 0 to 2. */
  add([first, second]: Hash64, side: number): void {
    const place = first >>> 0
    if (place >= this.below) return
    const key = place * 2 ** 21 + (second >>> 11)
    this.sides.set(key, (this.sides.get(key) ?? 0) | (1 << side))
    while (this.sides.size > this.most) this.halve()
  }

  /** How many forms stand on more than one side. */
  countOnTwoSides(): number {
    let found = 0
    for (const sides of this.sides.values()) if ((sides & (sides - 1)) !== 0) found += 1
    return found
  }

  private halve(): void {
    this.below /= 2
    for (const key of this.sides.keys()) if (key >= this.below * 2 ** 21) this.sides.delete(key)
  }
}
