/** Names of the registers of a run, in the order in which the processor numbers them. */
export const REGISTER_NAMES = [
  ...['rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi'],
  ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
] as const

/** Bit masks of the flags in EFLAGS. */
export const FLAG_BITS = { CF: 0x1, PF: 0x4, AF: 0x10, ZF: 0x40, SF: 0x80, DF: 0x400, OF: 0x800 } as const

/** Start address of the code region: 64 KiB that are readable and executable, but not writable. */
export const CODE_START = 0x40_0000
/** End address of the code region (exclusive). */
export const CODE_END = 0x41_0000
/** Start address of the data page, which is readable and writable, but not executable. The neighbouring pages are unmapped. */
export const DATA_START = 0x2_0000
/** End address of the data page (exclusive). */
export const DATA_END = 0x2_1000
/** Size in bytes of the window: the part of the data page that a run sets and reports. The rest is filled and only compared. */
export const WINDOW_BYTES = 256
/** Maximum length of code, in bytes. */
export const MAX_CODE_BYTES = 128
/** Number of first steps of a run that are reported one by one. */
export const TRACED_STEPS = 16

/** Code and the initial state in which it runs. */
export interface Run {
  /** Address of the first byte of the code, from `CODE_START`; the code must end before `CODE_END`. */
  readonly ip: number
  readonly code: Uint8Array
  /** Offsets of the instructions in the code. The run ends when it reaches any other address. */
  readonly starts: readonly number[]
  /** Register values in the order of `REGISTER_NAMES`. */
  readonly registers: BigUint64Array
  /** Bits of `FLAG_BITS` that are set. */
  readonly flags: number
  /** Address of the first byte of the window. The whole window lies on the data page. */
  readonly window: number
  /** Bytes of the window. */
  readonly memory: Uint8Array
  /** Byte that fills the rest of the data page. */
  readonly fill: number
  /** Maximum number of executed instructions. Every repetition of a string instruction counts as one. */
  readonly budget: number
  /** Flag changes after the first step, the second, and so on: bits to clear, then bits to set. */
  readonly forced?: readonly { readonly clear: number; readonly set: number }[]
}

/** End of a run. */
export type Ending =
  /** The run reached an address at which no instruction of the code starts. */
  | { readonly _tag: 'Left'; readonly to: bigint }
  | {
      readonly _tag: 'Fault'
      readonly fault: '#DE' | '#UD' | '#PF' | '#GP' | 'other'
      /** Address of the instruction that faulted. */
      readonly at: bigint
      /** Address that could not be accessed, for `#PF`. */
      readonly address: bigint
    }
  /** The budget was used up. */
  | { readonly _tag: 'Endless' }
  /** The next instruction is not allowed: it would call the system, or change how the run is watched. */
  | { readonly _tag: 'Forbidden'; readonly at: bigint }
  /** The run ended the process that executed it, or exceeded its time limit. */
  | { readonly _tag: 'Lost' }

/** State after an instruction. */
export interface Step {
  readonly registers: BigUint64Array
  /** Bits of `FLAG_BITS` that are set. */
  readonly flags: number
  /** Address of the next instruction. */
  readonly next: bigint
}

/** Result of a run. */
export interface Result {
  readonly ending: Ending
  /** State after each of the first `TRACED_STEPS` executed instructions. */
  readonly steps: readonly Step[]
  /** Last state; the initial state if no instruction was executed. */
  readonly last: Step
  readonly memory: Uint8Array
  /** True if a byte of the data page outside the window changed. */
  readonly strayed: boolean
}

/** Processor, real or emulated, that executes machine code. */
export interface Processor {
  /** Name and version, as recorded in rows. */
  readonly version: string
  /** Width in bits of the values that the eight legacy registers may hold. @defaultValue 64 */
  readonly registerBits?: 32 | 64
  /** Returns one result per run, in order; undefined for code that this processor cannot run. Runs are independent of each other. */
  readonly run: (runs: readonly Run[]) => readonly (Result | undefined)[]
}
