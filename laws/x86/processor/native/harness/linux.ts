import { R8, R9, R10, RAX, RDI, RDX, RSI, SYSCALL, set } from './instructions'
import type { Piece } from './machineCode'

/** Numbers of system calls in Linux on x86-64. */
export const CALLS = {
  read: 0,
  write: 1,
  close: 3,
  mmap: 9,
  munmap: 11,
  rt_sigaction: 13,
  rt_sigreturn: 15,
  ftruncate: 77,
  sigaltstack: 131,
  prctl: 157,
  setrlimit: 160,
  exit_group: 231,
  seccomp: 317,
  getrandom: 318,
  memfd_create: 319,
  close_range: 436,
} as const

/** Numbers of the signals that an instruction can raise. */
export const SIGNALS = { SIGILL: 4, SIGTRAP: 5, SIGBUS: 7, SIGFPE: 8, SIGSEGV: 11 } as const

/** Protections and flags of `mmap`. */
export const MAP = {
  read: 1,
  write: 2,
  execute: 4,
  shared: 1,
  private: 2,
  anonymous: 0x20,
  populate: 0x8000,
  fixedNoReplace: 0x10_0000,
} as const

/** Numbers of the resource limits of `setrlimit`. */
export const LIMITS = { cpuSeconds: 0, fileBytes: 1, core: 4, processes: 6, openFiles: 7, addressSpace: 9 } as const

/** Numbers of the options of `prctl`. */
export const PRCTL = { deathSignal: 1, dumpable: 4, noNewPrivileges: 38 } as const

/** Offsets of the interrupted state in `ucontext_t`, with the registers in the order of `REGISTER_NAMES`. */
export const CONTEXT = {
  registers: [144, 152, 136, 128, 160, 120, 112, 104, 40, 48, 56, 64, 72, 80, 88, 96],
  rip: 168,
  flags: 176,
  /** Code and stack segments, two bytes each. */
  codeSegment: 184,
  stackSegment: 190,
  vector: 200,
  faultAddress: 216,
  vectorState: 224,
} as const

const ARGUMENTS = [RDI, RSI, RDX, R10, R8, R9] as const

/**
 * Emits a system call with these arguments; `undefined` for an argument whose register is already set. The result is in rax. The call
 * overwrites rcx and r11.
 */
export function callSystem(call: keyof typeof CALLS, ...values: readonly (number | undefined)[]): readonly Piece[] {
  const settings = values.flatMap((value, index) => (value === undefined ? [] : [set(ARGUMENTS[index] as number, value)]))
  return [...settings, set(RAX, CALLS[call]), SYSCALL]
}
