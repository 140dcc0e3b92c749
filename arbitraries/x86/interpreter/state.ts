import type { Members } from './members'

/** Flag that instructions of the whitelist read or write. */
export type Flag = 'CF' | 'PF' | 'AF' | 'ZF' | 'SF' | 'DF' | 'OF'

/** All flags, in the order of their bits in the flags register. */
export const FLAGS: readonly Flag[] = ['CF', 'PF', 'AF', 'ZF', 'SF', 'DF', 'OF']

/** Bytes of memory by address; undefined for unknown bytes. */
export interface Memory extends Iterable<readonly [address: bigint, byte: number]> {
  readonly get: (address: bigint) => number | undefined
}

/** Known part of a machine's state; everything absent is unknown. */
export interface State {
  /** Values by register number; a partly known register is absent. */
  readonly registers: readonly (bigint | undefined)[]
  readonly flags: Readonly<Partial<Record<Flag, boolean>>>
  readonly memory: Memory
}

/** One register, flag or byte of a state. */
export type StateItem =
  | { readonly _tag: 'Register'; readonly number: number }
  | { readonly _tag: 'Flag'; readonly flag: Flag }
  | { readonly _tag: 'Memory'; readonly address: bigint }

/** Set of registers, flags and bytes. */
export interface StateItems {
  /** Registers by number. */
  readonly registers: Members<number>
  readonly flags: Members<Flag>
  /** Addresses of bytes. */
  readonly memory: ReadonlySet<bigint>
}
