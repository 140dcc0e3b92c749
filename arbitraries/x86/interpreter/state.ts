import type { Members } from './members'

/** The flags that instructions of the whitelist read or write. */
export type Flag = 'CF' | 'PF' | 'AF' | 'ZF' | 'SF' | 'DF' | 'OF'

/** All flags, by their place in the flags register. */
export const FLAGS: readonly Flag[] = ['CF', 'PF', 'AF', 'ZF', 'SF', 'DF', 'OF']

/** Bytes of memory by their addresses; undefined where nothing is known. */
export interface Memory extends Iterable<readonly [address: bigint, byte: number]> {
  readonly get: (address: bigint) => number | undefined
}

/** What is known of a machine; what is absent is unknown. */
export interface State {
  /** By number; a register that is known in part only is absent. */
  readonly registers: readonly (bigint | undefined)[]
  readonly flags: Readonly<Partial<Record<Flag, boolean>>>
  readonly memory: Memory
}

/** One thing that a state says something of, or does not. */
export type Item =
  | { readonly _tag: 'Register'; readonly number: number }
  | { readonly _tag: 'Flag'; readonly flag: Flag }
  | { readonly _tag: 'Memory'; readonly address: bigint }

/** Several of them. */
export interface Items {
  /** By number. */
  readonly registers: Members<number>
  readonly flags: Members<Flag>
  /** Addresses of bytes. */
  readonly memory: ReadonlySet<bigint>
}
