import type { Flag, Item, Items, State } from './state'

/** Addresses that can be reached; `end` is the first behind them. */
export interface Range {
  readonly start: bigint
  readonly end: bigint
}

/** The value that a flag has where an instruction leaves it undefined. */
export interface Assumption {
  /** Of the instruction. */
  readonly index: number
  readonly flag: Flag
  readonly value: boolean
}

export interface Options {
  /** The address of the first instruction. */
  readonly ip: number
  /** Bytes of each instruction: only `call` needs them, for its return address. */
  readonly lengths?: readonly number[]
  /** All memory that can be reached, for reading and for writing. */
  readonly mapped: readonly Range[]
  readonly assumed?: readonly Assumption[]
  /** The most iterations of string instructions. */
  readonly budget?: number
}

/** Exceptions, as the manual names them. */
export type Fault = '#DE' | '#UD' | '#PF' | '#GP' | '#SS'

/** Why a branch went where it went. */
export type Why =
  | { readonly _tag: 'Always' }
  | {
      readonly _tag: 'Looked'
      readonly flags: readonly { readonly flag: Flag; readonly value: boolean }[]
      /** rcx (ecx) as it was compared with zero: after the decrement, where there is one. */
      readonly counter?: bigint
    }

/** What depends on the state at the start, and what was changed. */
export interface Tracking {
  /** What something else depends on. */
  readonly reads: Items
  /** What was written and keeps some of its old value, or may do so, and nothing else depends on. */
  readonly merges: Items
  /** What was written or may have been. */
  readonly writes: Items
}

export type Next = { readonly _tag: 'Fall' } | { readonly _tag: 'Jump'; readonly to: bigint }

/** How a program ends. */
export type Outcome =
  | (Tracking & {
      readonly _tag: 'Ran'
      readonly state: State
      /** Undefined flags, each with the index of the instruction that left it so. */
      readonly undefinedAfter: ReadonlyMap<Flag, number>
      readonly next: Next
      /** Of the last instruction executed, where it is a branch. */
      readonly why: Why | undefined
    })
  | (Tracking & {
      readonly _tag: 'Fault'
      readonly fault: Fault
      /** Of the instruction; those before it are done, and of string instructions the iterations before. */
      readonly index: number
      /** Of `#PF`: the first byte that cannot be reached. */
      readonly address: bigint | undefined
      readonly state: State
      readonly undefinedAfter: ReadonlyMap<Flag, number>
    })
  /** An unknown item was read. */
  | { readonly _tag: 'Missing'; readonly index: number; readonly item: Item }
  /** An undefined flag was read. */
  | { readonly _tag: 'Undetermined'; readonly index: number; readonly flag: Flag; readonly by: number }
  /** One of the cases that `EXCLUDED` lists. */
  | { readonly _tag: 'Unsupported'; readonly index: number; readonly reason: string }

/** What ends a program before its end. */
export type Halt =
  | { readonly _tag: 'Fault'; readonly fault: Fault; readonly address: bigint | undefined }
  | { readonly _tag: 'Missing'; readonly item: Item }
  | { readonly _tag: 'Undetermined'; readonly flag: Flag; readonly by: number }
  | { readonly _tag: 'Unsupported'; readonly reason: string }

/** Thrown from within an instruction; no Error, since a stack trace costs more than the instruction. */
export class Halted {
  constructor(readonly halt: Halt) {}
}

/** Ends the program by an exception. */
export function raise(fault: Fault, address?: bigint): never {
  throw new Halted({ _tag: 'Fault', fault, address })
}

/** Ends the program in a case that is excluded on purpose. */
export function unsupported(reason: string): never {
  throw new Halted({ _tag: 'Unsupported', reason })
}

/** Ends the program where it reads what is unknown. */
export function missing(item: Item): never {
  throw new Halted({ _tag: 'Missing', item })
}
