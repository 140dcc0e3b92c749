import { REGISTER_NUMBERS } from '../registerNumbers'
import { operandBits, statementOf } from '../statement'

const BY_VALUE = /^(?:cmpxchg\w*|i?div|bextr|bzhi|bs[fr])$/
const COUNTED = /^(?:sh[lr]d?|sar|ro[lr]|rc[lr])$/

/**
 * Whether it is a matter of values, or of how one looks at it, what an instruction reads and writes: where operands are the
 * same register, where an immediate keeps or drops all bits, where a count or a comparison decides.
 */
export function dependsOnValues(text: string): boolean {
  const { prefix, mnemonic, operands } = statementOf(text)
  if (prefix?.startsWith('rep') === true || BY_VALUE.test(mnemonic)) return true
  const registers = operands.flatMap(operand => REGISTER_NUMBERS.get(operand) ?? [])
  if (new Set(registers).size < registers.length && !/^(?:xor|sub)$/.test(mnemonic)) return true
  if (COUNTED.test(mnemonic) && operands.at(-1) === 'cl') return true
  const bits = BigInt(operandBits(operands[0] ?? '') ?? 64)
  return operands.some(operand => /^0x/.test(operand) && isIdle(BigInt(operand), bits, COUNTED.test(mnemonic)))
}

const isIdle = (value: bigint, bits: bigint, isCount: boolean): boolean =>
  value === 0n || value === (1n << bits) - 1n || (isCount && value >= bits)
