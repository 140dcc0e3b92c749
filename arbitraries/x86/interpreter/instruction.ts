export type Width = 8 | 16 | 32 | 64

/** A general register, or a part of one. */
export interface Register {
  readonly name: string
  /** Of the whole register: 0 for rax, 1 for rcx, as the processor numbers them. */
  readonly number: number
  readonly width: Width
  /** ah, ch, dh, bh: bits 8 to 15. */
  readonly high: boolean
}

/** An address: base + index * scale + displacement, modulo 2^64. */
export interface Address {
  /** The number of a 64-bit register. */
  readonly base: number
  readonly index: number | undefined
  readonly scale: 1 | 2 | 4 | 8
  readonly displacement: bigint
}

export type Operand =
  | { readonly _tag: 'Register'; readonly register: Register }
  /** Unsigned, at the size of the operation, as house text has it; a branch target is an absolute address. */
  | { readonly _tag: 'Immediate'; readonly value: bigint }
  /** `width` is undefined where nothing is read or written (`lea`). Widths of 128 are those of `cmpxchg16b`. */
  | { readonly _tag: 'Memory'; readonly width: Width | 128 | undefined; readonly address: Address }

export type Prefix = 'lock' | 'rep' | 'repe' | 'repne'

/** An instruction, as docs/levels/level0.md writes them: what is implied is no operand. */
export interface Instruction {
  readonly prefix: Prefix | undefined
  readonly mnemonic: string
  readonly operands: readonly Operand[]
}
