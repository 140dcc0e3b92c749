/** Processor mode: 32-bit protected mode or 64-bit mode. */
export type Bits = 32 | 64

/** Encoding of an instruction. */
export type Encoding = 'Legacy' | 'VEX' | 'EVEX' | 'XOP' | 'D3NOW'

/** One row of the instruction set: a mnemonic with fixed operand kinds and one opcode. */
export interface CodeDescription {
  /** Number of the code in iced. */
  readonly code: number
  /** Name of the code in iced, such as `Add_rm32_r32`. */
  readonly name: string
  /** Mnemonic in lower case. Comparisons with a predicate have one name for all predicates. */
  readonly mnemonic: string
  readonly encoding: Encoding
  /** Operand kinds, named as in iced's `OpCodeOperandKind`. */
  readonly operands: readonly string[]
  readonly operandSize: number
  readonly addressSize: number
  readonly hasMemorySize: boolean
  readonly lock: boolean
  readonly repeat: boolean
  readonly repeatNotEqual: boolean
  /** True if a prefix f2 or f3 is part of the opcode. */
  readonly repeatIsOpcode: boolean
  readonly mask: 'never' | 'optional' | 'required'
  readonly zeroing: boolean
  readonly broadcast: boolean
  readonly rounding: boolean
  readonly suppressesExceptions: boolean
  /** Constraint on registers: `all` must differ, or with `destination` the first must differ from the others. */
  readonly distinct: 'none' | 'all' | 'destination'
  readonly privileged: boolean
}

/** Operand before it is encoded. Registers have iced's names, in lower case. */
export type OperandDraft =
  | { readonly _tag: 'register'; readonly register: string }
  | { readonly _tag: 'immediate'; readonly kind: ImmediateKind; readonly value: bigint }
  | { readonly _tag: 'memory'; readonly memory: MemoryDraft }
  | { readonly _tag: 'implied memory'; readonly kind: string }
  | { readonly _tag: 'branch'; readonly target: number }

/** Kind of immediate, named as in iced's `OpKind`. */
export type ImmediateKind =
  | 'Immediate8'
  | 'Immediate8_2nd'
  | 'Immediate16'
  | 'Immediate32'
  | 'Immediate64'
  | 'Immediate8to16'
  | 'Immediate8to32'
  | 'Immediate8to64'
  | 'Immediate32to64'

/** Memory operand before it is encoded. */
export interface MemoryDraft {
  readonly addressBits: 32 | 64
  readonly base: string
  readonly index: string
  readonly scale: 1 | 2 | 4 | 8
  /** Signed displacement; with base `rip`, the address itself. */
  readonly displacement: bigint
  /** Requested form. EVEX uses the long form if the displacement does not fit the short one. */
  readonly displacementForm: 'none' | 'short' | 'long'
}

/** Instruction before it is encoded. */
export interface InstructionDraft {
  readonly code: CodeDescription
  readonly operands: readonly OperandDraft[]
  readonly prefix: 'none' | 'lock' | 'rep' | 'repne'
  /** Segment override, or `none`. */
  readonly segment: string
  /** Mask register, or `none`. */
  readonly mask: string
  readonly zeroing: boolean
  readonly broadcast: boolean
  readonly rounding: 'None' | 'RoundToNearest' | 'RoundDown' | 'RoundUp' | 'RoundTowardZero'
  readonly suppressesExceptions: boolean
}
