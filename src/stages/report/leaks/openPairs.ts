import type { Sample } from '../../../model/sample'
import { drawAddress } from '../../draw/token'

/** Maximum number of open pairs. If rows come in order, at most one is open. */
const MAX_OPEN = 65_536

/** Finder of traps on another side than their twin. The two rows of one draw may be far from each other. */
export class OpenPairs {
  private readonly open = new Map<string, number>()
  private found = 0

  add({ metadata: { token } }: Sample, side: number): void {
    if (!isOfPair(token)) return
    const address = drawAddress(token)
    const other = this.open.get(address)
    if (other === undefined) {
      this.open.set(address, side)
      // The oldest open pair is given up. A Map iterates over its keys in insertion order.
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

/** True for the token of a trap or its twin: both have the token of a draw from a cell of traps. */
function isOfPair(token: string): boolean {
  let start = 0
  for (let part = 0; part < CELL; part++) {
    start = token.indexOf('~', start) + 1
    if (start === 0) return false
  }
  return token.startsWith('adversarial.', start)
}

/** Index of the cell in a token: stamp, level, version and seed precede it. */
const CELL = 4
