/** The registers of a run in the order in which the processor numbers them. */
export const REGISTER_NAMES = [
  ...['rax', 'rcx', 'rdx', 'rbx', 'rsp', 'rbp', 'rsi', 'rdi'],
  ...['r8', 'r9', 'r10', 'r11', 'r12', 'r13', 'r14', 'r15'],
] as const

/** Where the flags stand in EFLAGS. */
export const FLAG_BITS = { CF: 0x1, PF: 0x4, AF: 0x10, ZF: 0x40, SF: 0x80, DF: 0x400, OF: 0x800 } as const

/** Code stands in these 64 KiB, which can be read and executed, and not be written. */
export const CODE_START = 0x40_0000
export const CODE_END = 0x41_0000
/** Data stands on this page, which can be read and written, and not be executed. Its neighbours are not there. */
export const DATA_START = 0x2_0000
export const DATA_END = 0x2_1000
/** So many bytes of the page are given and told of; the rest is filled, and only watched. */
export const WINDOW_BYTES = 256
/** So long may code be. */
export const MOST_CODE = 128
/** So many steps of a run are told one by one. */
export const TRACED_STEPS = 16

/** Code with the state in which it is run. */
export interface Run {
  /** Address of the first byte of the code, from `CODE_START`; the code must end before `CODE_END`. */
  readonly ip: number
  readonly code: Uint8Array
  /** Offsets of the instructions in the code: the run ends where it comes to anything else. */
  readonly starts: readonly number[]
  /** As `REGISTER_NAMES` has them. */
  readonly registers: BigUint64Array
  /** The bits of `FLAG_BITS` that are set. */
  readonly flags: number
  /** Address of the first byte of the window, on the data page together with its last. */
  readonly window: number
  /** The bytes of the window. */
  readonly memory: Uint8Array
  /** The byte that the rest of the data page is filled with. */
  readonly fill: number
  /** So many instructions may be executed; every repetition of a string instruction counts as one. */
  readonly budget: number
  /** What is made of the flags after the first step, the second, and so on: bits cleared, then bits set. */
  readonly forced?: readonly { readonly clear: number; readonly set: number }[]
}

/** How a run ended. */
export type Ending =
  /** It came to an address where no instruction of the code starts. */
  | { readonly _tag: 'Left'; readonly to: bigint }
  | {
      readonly _tag: 'Fault'
      readonly fault: '#DE' | '#UD' | '#PF' | '#GP' | 'other'
      /** Address of the instruction that faulted. */
      readonly at: bigint
      /** The address that could not be reached, of `#PF`. */
      readonly address: bigint
    }
  /** Its budget was used up. */
  | { readonly _tag: 'Endless' }
  /** It was about to do what no code may do here: call the system, or change how it is watched. */
  | { readonly _tag: 'Forbidden'; readonly at: bigint }
  /** It ended the process that ran it, or held it up. */
  | { readonly _tag: 'Lost' }

/** The state after an instruction. */
export interface Step {
  readonly registers: BigUint64Array
  /** The bits of `FLAG_BITS` that are set. */
  readonly flags: number
  /** Address of the next instruction. */
  readonly next: bigint
}

export interface Result {
  readonly ending: Ending
  /** The state after each of the first `TRACED_STEPS` instructions that were executed. */
  readonly steps: readonly Step[]
  /** The last state; with the given one where nothing was executed. */
  readonly last: Step
  readonly memory: Uint8Array
  /** Whether something on the data page outside the window was changed. */
  readonly strayed: boolean
}

/** Something that executes machine code for real. */
export interface Processor {
  /** Its name and version, as rows record it. */
  readonly version: string
  /** How many bits of the eight older registers may be set, 64 unless told. */
  readonly registerBits?: 32 | 64
  /** One result a run, in order; undefined for what this processor cannot run. What a run gives depends on no other run. */
  readonly run: (runs: readonly Run[]) => readonly (Result | undefined)[]
}
