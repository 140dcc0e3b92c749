import type * as fc from 'fast-check'
import type { Cell } from '../../model/cell'
import type { Draft } from '../../model/draft'
import type { LevelSpec } from '../../model/levelSpec'
import { type Seed, spellSeed } from '../../model/seed'
import { type CellSource, cellSource } from './cellSource'
import { type Address, keyedRandom } from './keyedRandom'
import { keyOf } from '../../utils/hash/keyOf'
import { STAMP } from './stamp'
import { spellToken, type TokenDetail } from './token'

/** One draw: the arbitrary's value, which can be shrunk, and the draft made of it. */
export interface Draw<Q, A> {
  readonly address: Address
  readonly value: fc.Value<unknown>
  /** Undefined if the twin offers no trap of the type. */
  readonly draft: Draft<Q, A> | undefined
}

/** Draws of one cell, at any address and in any order. */
export interface CellDraws<Q, A> {
  readonly cell: Cell
  readonly source: CellSource<Q, A>
  /** Draws only the arbitrary's value. */
  readonly value: (address: Address) => fc.Value<unknown>
  /** Draws the value and makes its draft. */
  readonly at: (address: Address) => Draw<Q, A>
  /** Returns the token of an address. */
  readonly token: (address: Address, detail?: TokenDetail) => string
}

/**
 * Returns the draws of a cell, each a pure function of stamp, level, version, seed, cell, slot and attempt.
 *
 * A build uses unbiased draws, because edges have their own cells. Checks also use biased draws, which have a different key.
 */
export function cellDraws<Q, A>(spec: LevelSpec<Q, A>, seed: Seed, cell: Cell, biased = false): CellDraws<Q, A> {
  const source = cellSource(spec, cell)
  const valueAt = valueDraws(source.arbitrary, [spec.name, spec.version, spellSeed(seed), cell.name], biased)
  return {
    cell,
    source,
    value: valueAt,
    at: address => new LeanDraw(address, source.toDraft(valueAt(address).value), valueAt),
    token: (address, detail) => spellToken(spec, seed, cell, address, { biased, ...detail }),
  }
}

/**
 * A draw that stores only its draft. fast-check's shrinking context of a value is many times as large and is needed only for a violated
 * law, so the value is then drawn again.
 */
class LeanDraw<Q, A> implements Draw<Q, A> {
  constructor(
    readonly address: Address,
    readonly draft: Draft<Q, A> | undefined,
    private readonly valueAt: (address: Address) => fc.Value<unknown>,
  ) {}

  get value(): fc.Value<unknown> {
    return this.valueAt(this.address)
  }
}

/** Returns the draws of an arbitrary. The parts of `name` are part of the key. */
export function valueDraws<T>(arbitrary: fc.Arbitrary<T>, name: readonly string[], biased: boolean): (address: Address) => fc.Value<T> {
  const key = keyOf(STAMP, ...name, ...(biased ? ['biased'] : []))
  return address => arbitrary.generate(keyedRandom(key, address), biased ? biasFactor(address.slot) : undefined)
}

/** Returns fast-check's own bias factor: at first one draw in two is biased, later one in 2 + log10(slot + 1). */
const biasFactor = (slot: number): number => 1 + String(slot + 1).length
