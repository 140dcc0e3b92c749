import type { Flag, StateItem, StateItems, State } from './state'

/** Accessible addresses, from `start` up to but not including `end`. */
export interface AddressRange {
  readonly start: bigint
  readonly end: bigint
}

/** Value assumed for a flag that an instruction leaves undefined. */
export interface Assumption {
  /** Index of the instruction. */
  readonly index: number
  readonly flag: Flag
  readonly value: boolean
}

/** Location of the code in memory and limits of an execution. */
export interface ExecutionOptions {
  /** Address of the first instruction. */
  readonly ip: number
  /** Length in bytes of each instruction. Only `call` needs them, for its return address. */
  readonly lengths?: readonly number[]
  /** All accessible memory, for reading and writing. */
  readonly mapped: readonly AddressRange[]
  /** Values of undefined flags. @defaultValue none */
  readonly assumed?: readonly Assumption[]
  /** Maximum number of iterations of string instructions in total. @defaultValue 65_536 */
  readonly maxIterations?: number
}

/** Exception, as named in the manual. */
export type Fault = '#DE' | '#UD' | '#PF' | '#GP' | '#SS'

/** Reason why a branch was taken or not taken. */
export type BranchReason =
  | { readonly _tag: 'Always' }
  | {
      readonly _tag: 'Conditional'
      readonly flags: readonly { readonly flag: Flag; readonly value: boolean }[]
      /** Value of rcx (ecx) that was compared with zero: after the decrement, if there is one. */
      readonly counter?: bigint
    }

/** Items of the initial state on which the result depends, and items that were changed. */
export interface Tracking {
  /** Items on which something else depends. */
  readonly reads: StateItems
  /** Items that were written but keep some of their old value (or may do so), and on which nothing else depends. */
  readonly merges: StateItems
  /** Items that were written or may have been. */
  readonly writes: StateItems
}

/** Continuation after the last instruction executed: fall through or jump. */
export type Next = { readonly _tag: 'Fall' } | { readonly _tag: 'Jump'; readonly to: bigint }

/** Result of a program. */
export type Outcome =
  | (Tracking & {
      readonly _tag: 'Ran'
      readonly state: State
      /** Undefined flags, each with the index of the instruction that left it undefined. */
      readonly undefinedAfter: ReadonlyMap<Flag, number>
      readonly next: Next
      /** Reason of the last instruction executed, if it is a branch. */
      readonly why: BranchReason | undefined
    })
  | (Tracking & {
      readonly _tag: 'Fault'
      readonly fault: Fault
      /** Index of the faulting instruction. Earlier instructions, and earlier iterations of a string instruction, are complete. */
      readonly index: number
      /** First byte that is not accessible; only for `#PF`. */
      readonly address: bigint | undefined
      readonly state: State
      readonly undefinedAfter: ReadonlyMap<Flag, number>
    })
  /** Read of an unknown item. */
  | { readonly _tag: 'Missing'; readonly index: number; readonly item: StateItem }
  /** Read of an undefined flag. */
  | { readonly _tag: 'Undetermined'; readonly index: number; readonly flag: Flag; readonly by: number }
  /** Case that is excluded on purpose, see {@link haltUnsupported}. */
  | { readonly _tag: 'Unsupported'; readonly index: number; readonly reason: string }

/** Reason that ends a program early. */
export type Halt =
  | { readonly _tag: 'Fault'; readonly fault: Fault; readonly address: bigint | undefined }
  | { readonly _tag: 'Missing'; readonly item: StateItem }
  | { readonly _tag: 'Undetermined'; readonly flag: Flag; readonly by: number }
  | { readonly _tag: 'Unsupported'; readonly reason: string }

/** Thrown from within an instruction. It is not an Error, because a stack trace costs more than the instruction. */
export class Halted {
  constructor(readonly halt: Halt) {}
}

/** Ends the program with an exception. */
export function raise(fault: Fault, address?: bigint): never {
  throw new Halted({ _tag: 'Fault', fault, address })
}

/** Ends the program in a case that is excluded on purpose. */
export function haltUnsupported(reason: string): never {
  throw new Halted({ _tag: 'Unsupported', reason })
}

/** Ends the program that has read an unknown item. */
export function haltMissing(item: StateItem): never {
  throw new Halted({ _tag: 'Missing', item })
}
