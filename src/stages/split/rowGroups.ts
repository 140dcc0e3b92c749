import type { LevelSpec } from '../../model/levelSpec'
import type { Sample } from '../../model/sample'
import { CANONICAL_SEED } from '../dedupe/uniquenessIndex'
import { fingerprint } from '../../utils/hash/fingerprint'
import { formOf } from '../dedupe/formOf'
import { HeldOutForms } from '../dedupe/heldOutForms'
import { drawAddress } from '../draw/token'
import { KeyTable } from '../../utils/hash/keyTable'

const ADDRESS_SEED = 0x61646472
const HOLDOUT_SEED = 0x68656c64

/**
 * Groups of rows that must be on one side, because they share a canonical form, a held-out form or a draw. It takes about 60 bytes per
 * row.
 */
export class RowGroups<Q, A> {
  private readonly known = new KeyTable()
  private parents = new Int32Array(1024)
  private rows = 0

  private readonly holdout: HeldOutForms<Q, A>

  constructor(private readonly spec: LevelSpec<Q, A>) {
    this.holdout = new HeldOutForms(spec)
  }

  /** Adds the next row. */
  add(sample: Sample): void {
    const row = this.rows
    this.rows += 1
    if (row === this.parents.length) {
      const before = this.parents
      this.parents = new Int32Array(2 * before.length)
      this.parents.set(before)
    }
    this.parents[row] = row
    for (const key of this.keysOf(sample)) this.unite(row, this.known.getOrSet(key, row))
  }

  /** Returns the first row of a row's group. */
  firstOf(row: number): number {
    let first = row
    while (this.parents[first] !== first) first = this.parents[first] as number
    // Path compression of the union-find forest.
    for (let next = row; next !== first; ) {
      const after = this.parents[next] as number
      this.parents[next] = first
      next = after
    }
    return first
  }

  private unite(row: number, other: number): void {
    const [one, two] = [this.firstOf(row), this.firstOf(other)]
    this.parents[Math.max(one, two)] = Math.min(one, two)
  }

  private keysOf({ input, metadata: { group, token } }: Sample): readonly string[] {
    const form = hashed(formOf(this.spec, input), CANONICAL_SEED)
    const held = this.holdout.formOf(input)
    return [
      ...new Set([form, group]),
      ...(held === undefined ? [] : [hashed(held, HOLDOUT_SEED)]),
      ...(token === '' ? [] : [hashed(drawAddress(token), ADDRESS_SEED)]),
    ]
  }
}

function hashed(text: string, seed: number): string {
  const [high = 0, low = 0] = fingerprint(text, seed, new Int32Array(4))
  return [high, low].map(word => (word >>> 0).toString(16).padStart(8, '0')).join('')
}
