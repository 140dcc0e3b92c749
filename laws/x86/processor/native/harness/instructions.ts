import type { Piece } from './machineCode'

/** Numbers of the eight legacy registers. */
export const [RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI] = [0, 1, 2, 3, 4, 5, 6, 7] as const
/** Numbers of the registers r8 to r15. */
export const [R8, R9, R10, R11, R12, R13, R14, R15] = [8, 9, 10, 11, 12, 13, 14, 15] as const

/** Condition codes of jumps, `cmovcc` and `setcc`. */
export const CONDITIONS = { carry: 2, notCarry: 3, zero: 4, notZero: 5, notAbove: 6, negative: 8 } as const
/** Name of a condition. */
export type Condition = keyof typeof CONDITIONS

/** Opcodes of operations with two operands. */
const OPERATIONS = { add: 0x01, or: 0x09, and: 0x21, sub: 0x29, cmp: 0x39 } as const
type Operation = keyof typeof OPERATIONS

const bytes = (...code: number[]): Piece => ({ _tag: 'Bytes', bytes: code })

const reference = (to: string, ...code: number[]): Piece => ({ _tag: 'Reference', bytes: code, to })

const littleEndian32 = (value: number): number[] => [0, 8, 16, 24].map(shift => (value >>> shift) & 0xff)

/** Returns the REX prefix for a register and the base register (or second register) of the operand; `wide` for 64 bits. */
const rex = (register: number, base: number, wide: boolean): number => 0x40 | (wide ? 8 : 0) | ((register >> 3) << 2) | (base >> 3)

const registerOperand = (register: number, other: number): number => 0xc0 | ((register & 7) << 3) | (other & 7)

/** Encodes the operand `[base + displacement]`. The bases rsp and r12 need a SIB byte. */
const memoryOperand = (register: number, base: number, displacement: number): number[] => [
  0x80 | ((register & 7) << 3) | (base & 7),
  ...((base & 7) === RSP ? [0x24] : []),
  ...littleEndian32(displacement),
]

/** Marks a position in the code by a label. */
export const label = (name: string): Piece => ({ _tag: 'Label', name })

/** Emits `mov to, value` with a 32-bit value; the upper half of the register is cleared. */
export const set = (to: number, value: number): Piece => bytes(rex(0, to, false), 0xb8 | (to & 7), ...littleEndian32(value))

/** Emits `mov to, from`. */
export const move = (to: number, from: number): Piece => bytes(rex(from, to, true), 0x89, registerOperand(from, to))

/** Emits `mov to, [base + displacement]`. */
export const load = (to: number, base: number, displacement: number): Piece =>
  bytes(rex(to, base, true), 0x8b, ...memoryOperand(to, base, displacement))

/** Emits `mov to, [base + displacement]` of 32 bits; the upper half of the register is cleared. */
export const load32 = (to: number, base: number, displacement: number): Piece =>
  bytes(rex(to, base, false), 0x8b, ...memoryOperand(to, base, displacement))

/** Emits `mov [base + displacement], from`. */
export const store = (base: number, displacement: number, from: number): Piece =>
  bytes(rex(from, base, true), 0x89, ...memoryOperand(from, base, displacement))

/** Emits `mov [base + displacement], from` of 32 bits. */
export const store32 = (base: number, displacement: number, from: number): Piece =>
  bytes(rex(from, base, false), 0x89, ...memoryOperand(from, base, displacement))

/** Emits `movzx to, byte ptr [base + displacement]`. */
export const loadByte = (to: number, base: number, displacement: number): Piece =>
  bytes(rex(to, base, true), 0x0f, 0xb6, ...memoryOperand(to, base, displacement))

/** Emits `mov byte ptr [base + displacement], from`. */
export const storeByte = (base: number, displacement: number, from: number): Piece =>
  bytes(rex(from, base, false), 0x88, ...memoryOperand(from, base, displacement))

/** Emits `movzx to, word ptr [base + displacement]`. */
export const loadWord = (to: number, base: number, displacement: number): Piece =>
  bytes(rex(to, base, true), 0x0f, 0xb7, ...memoryOperand(to, base, displacement))

/** Emits `movsxd to, dword ptr [base + displacement]`. */
export const loadSigned = (to: number, base: number, displacement: number): Piece =>
  bytes(rex(to, base, true), 0x63, ...memoryOperand(to, base, displacement))

/** Emits `lea to, [base + displacement]`. */
export const addressFrom = (to: number, base: number, displacement: number): Piece =>
  bytes(rex(to, base, true), 0x8d, ...memoryOperand(to, base, displacement))

/** Emits `lea to, [rip + distance]` with the distance to a label. */
export const addressOf = (to: number, target: string): Piece => reference(target, rex(to, 0, true), 0x8d, 0x05 | ((to & 7) << 3))

/** Emits `mov [rip + distance], from` with the distance to a label. It needs no other register. */
export const storeAt = (target: string, from: number): Piece => reference(target, rex(from, 0, true), 0x89, 0x05 | ((from & 7) << 3))

/** Emits `push from`. */
export const push = (from: number): Piece => bytes(rex(0, from, false), 0x50 | (from & 7))

/** Emits `pop to`. */
export const pop = (to: number): Piece => bytes(rex(0, to, false), 0x58 | (to & 7))

/** Emits an operation on two registers, of 64 bits. */
export const apply = (operation: Operation, to: number, from: number): Piece =>
  bytes(rex(from, to, true), OPERATIONS[operation], registerOperand(from, to))

/** Emits an operation on a register and a 32-bit value, which is sign-extended to 64 bits. */
export const applyValue = (operation: Operation, to: number, value: number): Piece =>
  bytes(rex(0, to, true), 0x81, registerOperand((OPERATIONS[operation] - 1) >> 3, to), ...littleEndian32(value))

/** Emits `shr to, count`. */
export const shiftRight = (to: number, count: number): Piece => bytes(rex(0, to, true), 0xc1, registerOperand(5, to), count)

/** Emits `shl to, cl`. */
export const shiftLeft = (to: number): Piece => bytes(rex(0, to, true), 0xd3, registerOperand(4, to))

/** Emits `imul to, from, value`. */
export const multiply = (to: number, from: number, value: number): Piece =>
  bytes(rex(to, from, true), 0x69, registerOperand(to, from), ...littleEndian32(value))

/** Emits `cmovcc to, from`. */
export const moveIf = (condition: Condition, to: number, from: number): Piece =>
  bytes(rex(to, from, true), 0x0f, 0x40 | CONDITIONS[condition], registerOperand(to, from))

/** Emits `setcc to`, which sets the lowest byte only. */
export const setIf = (condition: Condition, to: number): Piece =>
  bytes(rex(0, to, false), 0x0f, 0x90 | CONDITIONS[condition], registerOperand(0, to))

/** Emits `jmp` to a label. */
export const jump = (to: string): Piece => reference(to, 0xe9)

/** Emits `jcc` to a label. */
export const jumpIf = (condition: Condition, to: string): Piece => reference(to, 0x0f, 0x80 | CONDITIONS[condition])

/** Emits `call` of a label. */
export const call = (to: string): Piece => reference(to, 0xe8)

/** `ret`. */
export const RETURN = bytes(0xc3)
/** `iretq`: pops the address, the flags and the stack pointer, and makes the processor fetch all code again. */
export const INTERRUPT_RETURN = bytes(0x48, 0xcf)
/** `pushfq`: pushes RFLAGS, which the harness stores after a run. */
export const PUSH_FLAGS = bytes(0x9c)
/** `push 0x202; popfq`: sets the flags to their values in a new process. */
export const CLEAR_FLAGS = bytes(0x68, 0x02, 0x02, 0x00, 0x00, 0x9d)
/** `syscall`: calls the Linux kernel with the number in rax. */
export const SYSCALL = bytes(0x0f, 0x05)
/** `int3`: raises SIGTRAP. */
export const TRAP = bytes(0xcc)
/** `rep movsb`: copies rcx bytes from rsi to rdi. */
export const COPY_BYTES = bytes(0xf3, 0xa4)
/** `rep movsq`: copies rcx eight-byte words from rsi to rdi. */
export const COPY_WORDS = bytes(0xf3, 0x48, 0xa5)
/** `rep stosb`: sets rcx bytes from rdi to al. */
export const FILL_BYTES = bytes(0xf3, 0xaa)
/** `rep stosq`: sets rcx eight-byte words from rdi to rax. */
export const FILL_WORDS = bytes(0xf3, 0x48, 0xab)
/** `repe scasq`: compares up to rcx eight-byte words from rdi with rax, while they are equal. */
export const COMPARE_WORDS = bytes(0xf3, 0x48, 0xaf)
