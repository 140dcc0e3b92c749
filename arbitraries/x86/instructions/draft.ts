/** Processor mode: 32-bit protected mode or 64-bit mode. */
export type Bits = 32 | 64

/** How an instruction is encoded. */
export type Encoding = 'Legacy' | 'VEX' | 'EVEX' | 'XOP' | 'D3NOW'

/** One row of the instruction set: a mnemonic with fixed operand kinds and one opcode. */
export interface CodeDescription {
  /** The number that iced gives it. */
  readonly code: number
  /** The name that iced gives it, such as `Add_rm32_r32`. */
  readonly name: string
  /** Lower case; comparisons with a predicate have one name for all predicates. */
  readonly mnemonic: string
  readonly encoding: Encoding
  /** Operand kinds, named as iced's `OpCodeOperandKind`. */
  readonly operands: readonly string[]
  readonly operandSize: number
  readonly addressSize: number
  readonly hasMemorySize: boolean
  readonly lock: boolean
  readonly repeat: boolean
  readonly repeatNotEqual: boolean
  /** A prefix f2 or f3 is part of its opcode. */
  readonly repeatIsOpcode: boolean
  readonly mask: 'never' | 'optional' | 'required'
  readonly zeroing: boolean
  readonly broadcast: boolean
  readonly rounding: boolean
  readonly suppressesExceptions: boolean
  /** Its registers (or, with `destination`, the first against the others) must differ. */
  readonly distinct: 'none' | 'all' | 'destination'
  readonly privileged: boolean
}

/** An operand before it is encoded; registers are named as iced names them, in lower case. */
export type OperandDraft =
  | { readonly _tag: 'register'; readonly register: string }
  | { readonly _tag: 'immediate'; readonly kind: ImmediateKind; readonly value: bigint }
  | { readonly _tag: 'memory'; readonly memory: MemoryDraft }
  | { readonly _tag: 'implied memory'; readonly kind: string }
  | { readonly _tag: 'branch'; readonly target: number }

/** Named as iced's `OpKind`. */
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

/** A memory operand before it is encoded. */
export interface MemoryDraft {
  readonly addressBits: 32 | 64
  readonly base: string
  readonly index: string
  readonly scale: 1 | 2 | 4 | 8
  /** Signed; where the base is `rip`, the address itself. */
  readonly displacement: bigint
  /** The form asked for; EVEX takes the long one where the displacement does not fit the short one. */
  readonly displacementForm: 'none' | 'short' | 'long'
}

/** An instruction before it is encoded. */
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
