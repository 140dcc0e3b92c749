import { addressOf, RAX, shiftRight, store32 } from './instructions'
import { CALLS } from './linux'
import type { Piece } from './machineCode'

/** Offsets in `struct seccomp_data`. */
const SECCOMP_DATA = { call: 0, architecture: 4, addressLow: 8, addressHigh: 12 } as const

const X86_64 = 0xc000_003e
const KILL = 0x8000_0000
const ALLOW = 0x7fff_0000

/** Loads a word of `struct seccomp_data`. */
const loadField = (offset: number): readonly number[] => [0x20, 0, 0, offset]
/** Skips `equal` instructions if the loaded word is this value, else `other` instructions. */
const skipIf = (value: number, equal: number, other: number): readonly number[] => [0x15, equal, other, value]
const end = (verdict: number): readonly number[] => [0x06, 0, 0, verdict]

/** Placeholder for a value that is known only after loading. The harness fills it in. */
const PLACEHOLDER = 0

/**
 * Filter of system calls (seccomp) once runs begin: each call is allowed only from one label of the harness. Any other call ends
 * the process: the code that made it has escaped its watch, so no later result is reliable.
 */
const FILTER = [
  loadField(SECCOMP_DATA.architecture),
  skipIf(X86_64, 0, 13),
  loadField(SECCOMP_DATA.addressHigh),
  skipIf(PLACEHOLDER, 0, 11),
  loadField(SECCOMP_DATA.addressLow),
  skipIf(PLACEHOLDER, 3, 0),
  skipIf(PLACEHOLDER, 4, 0),
  skipIf(PLACEHOLDER, 5, 0),
  end(KILL),
  loadField(SECCOMP_DATA.call),
  skipIf(CALLS.rt_sigreturn, 5, 4),
  loadField(SECCOMP_DATA.call),
  skipIf(CALLS.write, 3, 2),
  loadField(SECCOMP_DATA.call),
  skipIf(CALLS.exit_group, 1, 0),
  end(KILL),
  end(ALLOW),
]

/** Number of instructions in the filter. */
export const FILTER_LENGTH = FILTER.length

/** Returns the filter in the kernel's format: one `struct sock_filter` of eight bytes per instruction. */
export function filterBytes(): Uint8Array {
  const view = new DataView(new ArrayBuffer(8 * FILTER.length))
  for (const [index, [code = 0, equal = 0, other = 0, value = 0]] of FILTER.entries()) {
    view.setUint16(8 * index, code, true)
    view.setUint8(8 * index + 2, equal)
    view.setUint8(8 * index + 3, other)
    view.setUint32(8 * index + 4, value, true)
  }
  return new Uint8Array(view.buffer)
}

/** Returns the offset of the value of a filter instruction. */
const valueAt = (index: number): number => 8 * index + 4

/**
 * Returns code that fills the addresses of the three calls into the filter at the address in `base`. The kernel reports the address
 * after each call instruction.
 */
export const fillInFilter = (base: number): readonly Piece[] => [
  addressOf(RAX, 'behindSignalReturn'),
  store32(base, valueAt(5), RAX),
  addressOf(RAX, 'behindWrite'),
  store32(base, valueAt(6), RAX),
  addressOf(RAX, 'behindExit'),
  store32(base, valueAt(7), RAX),
  // All three are on one page, so their upper halves are equal.
  shiftRight(RAX, 32),
  store32(base, valueAt(3), RAX),
]
