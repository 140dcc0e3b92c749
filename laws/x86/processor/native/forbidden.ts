/** Rule that forbids an opcode: always, or for some values of the byte after it (ModRM). */
type Rule = 'always' | ((modrm: number) => boolean)

const LEGACY_PREFIXES = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3]
const isPrefix = (byte: number): boolean => (byte & 0xf0) === 0x40 || LEGACY_PREFIXES.includes(byte)

const TWO_BYTES = 0x0f

const isRegister = (modrm: number): boolean => modrm >= 0xc0
/** Returns the part of ModRM that selects between instructions of one opcode. */
const choice = (modrm: number): number => (modrm >> 3) & 7

const ONE_BYTE_OPCODES = new Map<number, Rule>([
  [0x8e, 'always'], // mov to a segment register: the processor does not stop after `mov ss`
  [0x9a, 'always'], // far call
  [0x9c, 'always'], // pushf: reveals the trap flag
  [0x9d, 'always'], // popf: sets flags that are not part of a run's state, such as AC
  [0xc7, modrm => modrm === 0xf8], // xbegin
  [0xca, 'always'], // far ret
  [0xcb, 'always'], // far ret
  [0xcc, 'always'], // int3
  [0xcd, 'always'], // int
  [0xcf, 'always'], // iret
  [0xd5, 'always'], // REX2: hides the opcodes below from this table
  [0xea, 'always'], // far jmp
  [0xf1, 'always'], // int1
  [0xff, modrm => choice(modrm) === 3 || choice(modrm) === 5], // far call, far jmp
])

const TWO_BYTE_OPCODES = new Map<number, Rule>([
  [0x00, 'always'], // sldt, str and others: Linux may emulate them, and then the processor does not stop after them
  [0x01, 'always'], // sgdt, smsw, vmcall, wrpkru, xend, swapgs, rdtscp, monitorx and others
  [0x03, 'always'], // lsl: reveals the number of the core
  [0x05, 'always'], // syscall
  [0x07, 'always'], // sysret
  [0x31, 'always'], // rdtsc
  [0x33, 'always'], // rdpmc
  [0x34, 'always'], // sysenter
  [0x35, 'always'], // sysexit
  [0x37, 'always'], // getsec
  [0xa1, 'always'], // pop fs
  [0xa2, 'always'], // cpuid: differs from core to core
  [0xa9, 'always'], // pop gs
  [0xae, modrm => (isRegister(modrm) ? choice(modrm) < 5 : choice(modrm) === 5)], // rdfsbase, wrgsbase and others; xrstor
  [0xb2, 'always'], // lss
  [0xb4, 'always'], // lfs
  [0xb5, 'always'], // lgs
  [0xc7, modrm => isRegister(modrm) || choice(modrm) !== 1], // rdrand, rdseed, rdpid, xrstors and others; not cmpxchg8b
])

/**
 * Returns true if an instruction calls the system, changes how runs are watched, affects later runs, or has results that vary. An
 * instruction that only faults is allowed. `bytes` start with the instruction; they are shorter than it only at the end of memory.
 */
export function isForbidden(bytes: Uint8Array): boolean {
  let at = 0
  while (at < bytes.length && isPrefix(bytes[at] as number)) at++
  const table = bytes[at] === TWO_BYTES ? TWO_BYTE_OPCODES : ONE_BYTE_OPCODES
  if (bytes[at] === TWO_BYTES) at++
  const rule = table.get(bytes[at] as number)
  const modrm = bytes[at + 1]
  return typeof rule === 'function' ? modrm !== undefined && rule(modrm) : rule === 'always'
}
