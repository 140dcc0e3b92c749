import { fingerprint } from '../../dedupe/fingerprint'
import type { SurfaceRow } from './surfaceRow'

const ORDER_SEED = 0x636f6e74

/**
 * Traps of a type, and for each an answerable row with the same header lines that no other trap was given; which one is decided
 * by a hash. A trap for which no such row is left stands alone.
 */
export function withControls(
  rows: readonly SurfaceRow[],
  isTrap: (row: SurfaceRow) => boolean,
  headerOf: (input: string) => string,
  most: number,
): { readonly traps: readonly SurfaceRow[]; readonly controls: readonly SurfaceRow[] } {
  const traps = inOrder(rows.filter(isTrap)).slice(0, most)
  const answerable = new Map<string, SurfaceRow[]>()
  for (const row of inOrder(rows.filter(({ type }) => type === 'none'))) {
    const header = headerOf(row.input)
    const same = answerable.get(header)
    if (same === undefined) answerable.set(header, [row])
    else same.push(row)
  }
  const controls = traps.flatMap(({ input }) => answerable.get(headerOf(input))?.pop() ?? [])
  return { traps, controls }
}

/** Rows in an order that their place in the dataset has no say in. */
function inOrder(rows: readonly SurfaceRow[]): readonly SurfaceRow[] {
  return rows
    .map(row => ({ row, key: hashOf(row.input, ORDER_SEED) }))
    .sort((one, other) => one.key - other.key || (one.row.input < other.row.input ? -1 : 1))
    .map(({ row }) => row)
}

export function hashOf(text: string, seed: number): number {
  return (fingerprint(text, seed, new Int32Array(4))[0] as number) >>> 0
}
