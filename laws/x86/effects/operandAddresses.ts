import { REGISTER_NUMBERS } from './registerNumbers'

const ADDRESS = /\[(r\w+)(?: \+ (r\w+)(?:\*([248]))?)?(?: ([+-]) (0x[0-9a-f]+))?\]/g

/** Whether all operands in memory rest on a register of 64 bits, as those of the level do. */
export const isAddressable = (text: string): boolean => !text.replace(ADDRESS, '').includes('[')

/** The addresses of the operands in a text, as far as their registers are known; and the top of the stack, where it is used. */
export function operandAddresses(text: string, registers: { readonly [number: number]: bigint | undefined }): readonly bigint[] {
  const valueOfName = (name: string | undefined): bigint | undefined => registers[REGISTER_NUMBERS.get(name ?? '') ?? -1]
  const addresses = text.includes('[')
    ? [...text.matchAll(ADDRESS)].flatMap(([, base, index, scale = '1', sign, distance = '0']) => {
        const [from, by] = [valueOfName(base), index === undefined ? 0n : valueOfName(index)]
        if (from === undefined || by === undefined) return []
        return [BigInt.asUintN(64, from + by * BigInt(scale) + (sign === '-' ? -BigInt(distance) : BigInt(distance)))]
      })
    : []
  if (text === 'xlatb') return [(valueOfName('rbx') ?? 0n) + ((valueOfName('rax') ?? 0n) & 0xffn)]
  if (text === 'leave') return [valueOfName('rbp') ?? 0n]
  const stack = valueOfName('rsp')
  return stack !== undefined && USES_STACK.test(text) ? [...addresses, stack, BigInt.asUintN(64, stack - 8n)] : addresses
}

const USES_STACK = /\b(?:push|pop|call|ret|enter)\b/
