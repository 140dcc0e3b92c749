import type { Register, Width } from './instruction'

const NAMES: Readonly<Record<Width, string>> = {
  64: 'rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15',
  32: 'eax ecx edx ebx esp ebp esi edi r8d r9d r10d r11d r12d r13d r14d r15d',
  16: 'ax cx dx bx sp bp si di r8w r9w r10w r11w r12w r13w r14w r15w',
  8: 'al cl dl bl spl bpl sil dil r8b r9b r10b r11b r12b r13b r14b r15b',
}

const HIGH_NAMES = 'ah ch dh bh'

const createRegisters = (names: string, width: Width, high: boolean): readonly Register[] =>
  names.split(' ').map((name, number) => ({ name, number, width, high }))

const BY_WIDTH: Readonly<Record<Width, readonly Register[]>> = {
  8: createRegisters(NAMES[8], 8, false),
  16: createRegisters(NAMES[16], 16, false),
  32: createRegisters(NAMES[32], 32, false),
  64: createRegisters(NAMES[64], 64, false),
}

const HIGH: readonly Register[] = createRegisters(HIGH_NAMES, 8, true)

/** Every name of a general register or a part of one: the sixteen of each width together, ah to bh last. */
export const REGISTERS: readonly Register[] = [...BY_WIDTH[64], ...BY_WIDTH[32], ...BY_WIDTH[16], ...BY_WIDTH[8], ...HIGH]

const BY_NAME: ReadonlyMap<string, Register> = new Map(REGISTERS.map(register => [register.name, register]))

/** Returns the register of a name, or undefined if there is none. */
export const registerNamed = (name: string): Register | undefined => BY_NAME.get(name)

/**
 * Returns the low part of a register with a given width.
 *
 * @throws RangeError if there is no such register.
 */
export function lowPart(number: number, width: Width): Register {
  const register = BY_WIDTH[width][number]
  if (register === undefined) throw new RangeError(`there is no register ${number}`)
  return register
}

/** Returns the registers that an operand of a width can name; for 8 bits also ah, ch, dh and bh. */
export const registersOfWidth = (width: Width): readonly Register[] => (width === 8 ? [...BY_WIDTH[8], ...HIGH] : BY_WIDTH[width])

/** Processor's number of rax. */
export const RAX = 0
/** Processor's number of rcx. */
export const RCX = 1
/** Processor's number of rdx. */
export const RDX = 2
/** Processor's number of rbx. */
export const RBX = 3
/** Processor's number of rsp. */
export const RSP = 4
/** Processor's number of rbp. */
export const RBP = 5
/** Processor's number of rsi. */
export const RSI = 6
/** Processor's number of rdi. */
export const RDI = 7
