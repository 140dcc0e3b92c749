import type { Operand, Register } from '../../../../../arbitraries/x86/interpreter/instruction'

/** A state under construction. */
export interface Draft {
  readonly registers: bigint[]
  readonly window: number
  readonly memory: Uint8Array
}

/** Writes a value into a part of a register. */
export function setPart({ registers }: Draft, { number, width, high }: Register, value: bigint): void {
  const shift = high ? 8n : 0n
  const mask = ((1n << BigInt(width)) - 1n) << shift
  registers[number] = ((registers[number] as bigint) & ~mask) | ((value << shift) & mask)
}

/** Reads a part of a register. */
export const partOf = ({ registers }: Draft, { number, width, high }: Register): bigint =>
  BigInt.asUintN(width, (registers[number] as bigint) >> (high ? 8n : 0n))

/** Writes the bytes of a value that lie in the window. */
export function putBytes({ memory, window }: Draft, address: bigint, value: bigint, bytes: number): void {
  for (let offset = 0; offset < bytes; offset++) {
    const place = Number(address) + offset - window
    if (place >= 0 && place < memory.length) memory[place] = Number((value >> BigInt(8 * offset)) & 0xffn)
  }
}

/** Returns the width of the first operand that has one; values are drawn at its borders. */
export function widthAmong(operands: readonly Operand[]): 8 | 16 | 32 | 64 | 128 {
  for (const operand of operands) {
    if (operand._tag === 'Register') return operand.register.width
    if (operand._tag === 'Memory' && operand.width !== undefined) return operand.width
  }
  return 64
}
