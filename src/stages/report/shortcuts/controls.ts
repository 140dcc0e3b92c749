import { type Fingerprint, fingerprint } from '../../../utils/hash/fingerprint'
import { argsort } from './argsort'
import type { SurfaceRow } from './surfaceRow'

const ORDER_SEED = 0x636f6e74

/**
 * Returns the controls of traps: for each trap, a different answerable row with the same header lines. A trap without such a row gets no
 * control.
 *
 * @param answerable indices of answerable rows, in an order that does not depend on their place in the dataset; the last is used first
 */
export function controlsOf(
  traps: readonly SurfaceRow[],
  rows: readonly SurfaceRow[],
  answerable: Int32Array,
  headerOf: (input: string) => string,
): readonly SurfaceRow[] {
  const waiting = new Map<string, number[]>()
  for (const [trap, { input }] of traps.entries()) {
    const header = headerOf(input)
    const same = waiting.get(header)
    if (same === undefined) waiting.set(header, [trap])
    else same.push(trap)
  }
  for (const same of waiting.values()) same.reverse()
  const controls = new Array<SurfaceRow | undefined>(traps.length)
  let left = traps.length
  for (let at = answerable.length - 1; at >= 0 && left > 0; at--) {
    const row = rows[answerable[at] as number] as SurfaceRow
    const trap = waiting.get(headerOf(row.input))?.pop()
    if (trap === undefined) continue
    controls[trap] = row
    left -= 1
  }
  return controls.filter(row => row !== undefined)
}

/** Returns the indices of the rows of a type, sorted by a hash of their input, independently of their place in the dataset. */
export function rowsOfType(rows: readonly SurfaceRow[], type: SurfaceRow['type']): Int32Array {
  const numbers = new Int32Array(rows.length)
  const keys = new Uint32Array(rows.length)
  let size = 0
  for (let row = 0; row < rows.length; row++) {
    const { input, type: of } = rows[row] as SurfaceRow
    if (of !== type) continue
    numbers[size] = row
    keys[size++] = hashOf(input, ORDER_SEED)
  }
  const order = argsort(keys.subarray(0, size), at => (rows[numbers[at] as number] as SurfaceRow).input)
  for (let at = 0; at < size; at++) order[at] = numbers[order[at] as number] as number
  return order
}

const scratch: Fingerprint = new Int32Array(4)

/** Returns the 32-bit hash of a text under a seed. */
export function hashOf(text: string, seed: number): number {
  return (fingerprint(text, seed, scratch)[0] as number) >>> 0
}
