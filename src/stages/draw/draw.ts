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

/** One draw: the arbitrary's value, which shrinks, and the draft that it stands for. */
export interface Drawn<Q, A> {
  readonly address: Address
  readonly value: fc.Value<unknown>
  /** Undefined where the twin offers no trap of the type. */
  readonly draft: Draft<Q, A> | undefined
}

/** Draws from one cell, at any address, in any order. */
export interface CellDraws<Q, A> {
  readonly cell: Cell
  readonly source: CellSource<Q, A>
  /** The arbitrary's value alone. */
  readonly value: (address: Address) => fc.Value<unknown>
  readonly at: (address: Address) => Drawn<Q, A>
  /** The token of an address. */
  readonly token: (address: Address, detail?: TokenDetail) => string
}

/**
 * The draws of a cell: a pure function of stamp, level, version, seed, cell, k and attempt. Those of a build are unbiased,
 * edges have cells of their own; biased ones, for checking, have keys of their own, too.
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
 * A draw that keeps its draft alone. What fast-check notes of a value, so that it can shrink it, is many times as large, and
 * only a violated law asks for it: then the value is drawn again.
 */
class LeanDraw<Q, A> implements Drawn<Q, A> {
  constructor(
    readonly address: Address,
    readonly draft: Draft<Q, A> | undefined,
    private readonly valueAt: (address: Address) => fc.Value<unknown>,
  ) {}

  get value(): fc.Value<unknown> {
    return this.valueAt(this.address)
  }
}

/** The draws of one arbitrary, under a name made of parts. */
export function valueDraws<T>(arbitrary: fc.Arbitrary<T>, name: readonly string[], biased: boolean): (address: Address) => fc.Value<T> {
  const key = keyOf(STAMP, ...name, ...(biased ? ['biased'] : []))
  return address => arbitrary.generate(keyedRandom(key, address), biased ? biasFactor(address.k) : undefined)
}

/** fast-check's own: edges turn up in one of two draws at first, then ever less often, in one of 2 + log10(k + 1). */
const biasFactor = (k: number): number => 1 + String(k + 1).length
