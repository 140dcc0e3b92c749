import { CODE_END, CODE_START } from '../../processor/processor'
import { REGISTER_NUMBERS } from './registerNumbers'

/** Register values by number; undefined if unknown. */
export interface KnownRegisters {
  readonly [number: number]: bigint | undefined
}

const WIDE = 'r(?:[abcd]x|[sd]i|[sb]p|8|9|1[0-5])'
const ADDRESS = new RegExp(`\\[(${WIDE})(?: \\+ (${WIDE})(?:\\*([248]))?)?(?: ([+-]) (0x[0-9a-f]+))?\\]`, 'g')

/** Returns true if all memory operands have a 64-bit base register, as the level requires. */
export const isAddressable = (text: string): boolean => !text.replace(ADDRESS, '').includes('[')

/** Maximum length of an operand, in bytes. */
const MAX_OPERAND_BYTES = 16

/** Returns true if an operand at an address may overlap the code region. The text does not state the bytes of the code. */
export const isOnCode = (address: bigint): boolean => address > CODE_START - MAX_OPERAND_BYTES && address < CODE_END

/** Returns the addresses that a text has in brackets, except addresses with unknown registers. */
export function writtenAddresses(text: string, registers: KnownRegisters): readonly bigint[] {
  if (!text.includes('[')) return []
  return [...text.matchAll(ADDRESS)].flatMap(([, base, index, scale = '1', sign, distance = '0']) => {
    const [from, by] = [valueOfName(registers, base), index === undefined ? 0n : valueOfName(registers, index)]
    if (from === undefined || by === undefined) return []
    return [BigInt.asUintN(64, from + by * BigInt(scale) + (sign === '-' ? -BigInt(distance) : BigInt(distance)))]
  })
}

/** Returns the addresses that an instruction accesses: the addresses in its text, and the top of the stack or frame if it uses one. */
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
