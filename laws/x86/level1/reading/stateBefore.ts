/** Registers and flags in which an instruction is executed. */
export interface StateBefore {
  /** rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8 to r15. */
  readonly registers: BigUint64Array
  /** EFLAGS. */
  readonly flags: number
}
