import type { Sample } from '../../../model/sample'
import { drawAddress } from '../../draw/token'

/** How many pairs may be open at a time; where rows come in their order, one is. */
const MAX_OPEN = 65_536

/** Finds traps on another side than their twin: the two rows of one draw, wherever the second comes. */
export class OpenPairs {
  private readonly open = new Map<string, number>()
  private found = 0

  add({ metadata: { token } }: Sample, side: number): void {
    if (!isOfPair(token)) return
    const address = drawAddress(token)
    const other = this.open.get(address)
    if (other === undefined) {
      this.open.set(address, side)
      // The one that waits longest has lost its other half: a Map goes through its keys in the order they came.
      if (this.open.size > MAX_OPEN) this.open.delete(this.open.keys().next().value as string)
      return
    }
    if (other !== side) this.found += 1
    this.open.delete(address)
  }

  countSeparated(): number {
    return this.found
  }
}

/** A trap and its twin have the token of one draw from a cell of traps. */
function isOfPair(token: string): boolean {
  let start = 0
  for (let part = 0; part < CELL; part++) {
    start = token.indexOf('~', start) + 1
    if (start === 0) return false
  }
  return token.startsWith('adversarial.', start)
}

/** The place of the cell in a token: stamp, level, version and seed come before. */
const CELL = 4
