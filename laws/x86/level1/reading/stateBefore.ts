/** Registers and flags before an instruction. */
export interface StateBefore {
  /** Register values, in the order rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8 to r15. */
  readonly registers: BigUint64Array
  /** Bits of EFLAGS. */
  readonly flags: number
}
