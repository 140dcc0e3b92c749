/** Width of a register or operation in bits. */
export type Width = 8 | 16 | 32 | 64

/** General register, or a part of one. */
export interface Register {
  readonly name: string
  /** Processor's number of the whole register: 0 for rax, 1 for rcx, and so on. */
  readonly number: number
  readonly width: Width
  /** True for ah, ch, dh and bh, which are bits 8 to 15. */
  readonly high: boolean
}

/** Address: base + index * scale + displacement, modulo 2^64. */
export interface Address {
  /** Number of a 64-bit register. */
  readonly base: number
  readonly index: number | undefined
  readonly scale: 1 | 2 | 4 | 8
  readonly displacement: bigint
}

/** Explicit operand of an instruction. */
export type Operand =
  | { readonly _tag: 'Register'; readonly register: Register }
  /** Unsigned value at the size of the operation, as in the canonical text. A branch target is an absolute address. */
  | { readonly _tag: 'Immediate'; readonly value: bigint }
  /** `width` is undefined if nothing is read or written (`lea`). It is 128 only for `cmpxchg16b`. */
  | { readonly _tag: 'Memory'; readonly width: Width | 128 | undefined; readonly address: Address }

/** Prefix that the text shows. */
export type Prefix = 'lock' | 'rep' | 'repe' | 'repne'

/** Instruction as written in docs/levels/level0.md: implied operands are not included. */
export interface Instruction {
  readonly prefix: Prefix | undefined
  readonly mnemonic: string
  readonly operands: readonly Operand[]
}
