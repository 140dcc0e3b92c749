import type { Hash64 } from '../../dedupe/formHashes'

/** Default maximum number of forms checked. */
const MAX_FORMS = 65_536

/**
 * Sides of held-out forms. Usually there are few forms. Of many, an even sample by hash is checked, with all rows of each sampled form, so
 * that a form on two sides is detected.
 */
export class FormSides {
  private readonly sides = new Map<number, number>()
  private threshold = 2 ** 32

  /** @param maxForms maximum number of forms checked */
  constructor(private readonly maxForms = MAX_FORMS) {}

  /** Adds a row's form with its side, from 0 to 2. */
  add([first, second]: Hash64, side: number): void {
    const high = first >>> 0
    if (high >= this.threshold) return
    const key = high * 2 ** 21 + (second >>> 11)
    this.sides.set(key, (this.sides.get(key) ?? 0) | (1 << side))
    while (this.sides.size > this.maxForms) this.halve()
  }

  /** Returns the number of forms on more than one side. */
  countOnTwoSides(): number {
    let found = 0
    for (const sides of this.sides.values()) if ((sides & (sides - 1)) !== 0) found += 1
    return found
  }

  private halve(): void {
    this.threshold /= 2
    for (const key of this.sides.keys()) if (key >= this.threshold * 2 ** 21) this.sides.delete(key)
  }
}
