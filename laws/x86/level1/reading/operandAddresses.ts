import { CODE_END, CODE_START } from '../../processor/processor'
import { REGISTER_NUMBERS } from './registerNumbers'

/** What registers hold, by their numbers, as far as it is known. */
export interface KnownRegisters {
  readonly [number: number]: bigint | undefined
}

const WIDE = 'r(?:[abcd]x|[sd]i|[sb]p|8|9|1[0-5])'
const ADDRESS = new RegExp(`\\[(${WIDE})(?: \\+ (${WIDE})(?:\\*([248]))?)?(?: ([+-]) (0x[0-9a-f]+))?\\]`, 'g')

/** Whether all operands in memory rest on a register of 64 bits, as those of the level do. */
export const isAddressable = (text: string): boolean => !text.replace(ADDRESS, '').includes('[')

/** The longest operand, so that no part of one is on the code. */
const LONGEST = 16

/** Whether an operand at an address may be on the code, which is there for the processor and not for the text. */
export const isOnCode = (address: bigint): boolean => address > CODE_START - LONGEST && address < CODE_END

/** The addresses that a text writes in brackets, as far as their registers are known. */
export function writtenAddresses(text: string, registers: KnownRegisters): readonly bigint[] {
  if (!text.includes('[')) return []
  return [...text.matchAll(ADDRESS)].flatMap(([, base, index, scale = '1', sign, distance = '0']) => {
    const [from, by] = [valueOfName(registers, base), index === undefined ? 0n : valueOfName(registers, index)]
    if (from === undefined || by === undefined) return []
    return [BigInt.asUintN(64, from + by * BigInt(scale) + (sign === '-' ? -BigInt(distance) : BigInt(distance)))]
  })
}

/** The addresses that an instruction reaches: those that its text writes, and the top of the stack or of a frame where it uses that. */
export function operandAddresses(text: string, registers: KnownRegisters): readonly bigint[] {
  const written = writtenAddresses(text, registers)
  if (text === 'xlatb') return [(valueOfName(registers, 'rbx') ?? 0n) + ((valueOfName(registers, 'rax') ?? 0n) & 0xffn)]
  if (text === 'leave') return [valueOfName(registers, 'rbp') ?? 0n]
  const stack = valueOfName(registers, 'rsp')
  return stack !== undefined && USES_STACK.test(text) ? [...written, stack, BigInt.asUintN(64, stack - 8n)] : written
}

const USES_STACK = /\b(?:push|pop|call|ret|enter)\b/

const valueOfName = (registers: KnownRegisters, name: string | undefined): bigint | undefined =>
  registers[REGISTER_NUMBERS.get(name ?? '') ?? -1]
