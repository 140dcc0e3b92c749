import * as fc from 'fast-check'
import type { Cell } from '../../model/cell'
import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import { type Seed, spellSeed } from '../../model/seed'
import { type CellSource, cellSource } from './cellSource'
import { type Address, keyedRandom } from './keyedRandom'
import { keyOf } from '../plan/keyOf'

/** The format of addresses and the version of fast-check: what a draw depends on beside the spec. */
export const STAMP = `g1-${fc.__version}`

/** One draw: the arbitrary's value, which shrinks, and the draft that it stands for. */
export interface Drawn<Q, A> {
  readonly address: Address
  readonly value: fc.Value<unknown>
  /** Undefined where the twin offers no trap of the type. */
  readonly draft: Draft<Q, A> | undefined
}

/** Draws from one cell, at any address, in any order. */
export interface CellDraws<Q, A> {
  readonly source: CellSource<Q, A>
  readonly at: (address: Address) => Drawn<Q, A>
}

/**
 * The draws of a cell: a pure function of stamp, level, version, seed, cell, k and attempt. Values are unbiased; edges
 * have cells of their own.
 */
export function cellDraws<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, cell: Cell): CellDraws<Q, A> {
  const source = cellSource(spec, cell)
  const key = keyOf(STAMP, spec.name, spec.version, spellSeed(seed), cell.name)
  return {
    source,
    at: address => {
      const value = source.arbitrary.generate(keyedRandom(key, address), undefined)
      return { address, value, draft: source.toDraft(value.value) }
    },
  }
}
