import { REGISTER_NUMBERS } from '../reading/registerNumbers'
import type { StateBefore } from '../reading/stateBefore'
import { operandBits, statementOf } from '../reading/statement'

const BY_VALUE = /^(?:cmpxchg\w*|i?div|bextr|bzhi|bs[fr]|clflush|j[er]cxz)$/
const COUNTED = /^(?:sh[lr]d?|sar|ro[lr]|rc[lr])$/

/** Registers that instructions multiply without naming them: rax and rdx. */
const MULTIPLIED: readonly (readonly [RegExp, number])[] = [
  [/^(?:mul|imul)$/, 0],
  [/^mulx$/, 2],
]

/**
 * Returns true if the reads and writes of an instruction depend on values, or on the definition of "read". That is so if operands are
 * the same register (except in `xor` and `sub`), or one is also in an address. It is so if an immediate keeps or clears all bits, or
 * if a count or comparison decides.
 */
export function dependsOnValues(text: string): boolean {
  const { prefix, mnemonic, operands } = statementOf(text)
  if (prefix?.startsWith('rep') === true || BY_VALUE.test(mnemonic)) return true
  const registers = operands.flatMap(operand => REGISTER_NUMBERS.get(operand) ?? [])
  if (new Set(registers).size < registers.length && !/^(?:xor|sub)$/.test(mnemonic)) return true
  // A bit that an immediate keeps or clears shows at most in the flags, so the result does not show if it is read.
  // A push or pop of memory may move it onto itself.
  if (/^(?:and|or|test)$/.test(mnemonic) && /^0x/.test(operands[1] ?? '')) return true
  if (/^(?:push|pop)$/.test(mnemonic) && operands[0]?.includes('[') === true) return true
  const implied = MULTIPLIED.flatMap(([of, number]) => (of.test(mnemonic) ? [number] : []))
  if (addressRegisters(operands).some(number => registers.includes(number) || implied.includes(number))) return true
  if (COUNTED.test(mnemonic) && operands.at(-1) === 'cl') return true
  const bits = BigInt(operandBits(operands[0] ?? '') ?? 64)
  return operands.some(operand => /^0x/.test(operand) && isIdle(BigInt(operand), bits, COUNTED.test(mnemonic)))
}

const [RSI, RDI] = [6, 7] as const
const MAX_OPERAND_BYTES = 8n

/** Returns true if an instruction moves or compares memory operands that may overlap, so that nothing depends on them. */
export function mayOverlap(text: string, { registers }: Pick<StateBefore, 'registers'>): boolean {
  if (!/^(?:movs|cmps)[bwdq]$/.test(statementOf(text).mnemonic)) return false
  const distance = BigInt.asIntN(64, (registers[RSI] as bigint) - (registers[RDI] as bigint))
  return distance < MAX_OPERAND_BYTES && distance > -MAX_OPERAND_BYTES
}

/** Returns the registers of addresses. */
const addressRegisters = (operands: readonly string[]): readonly number[] =>
  operands.flatMap(operand => (/\[(.*)\]/.exec(operand)?.[1]?.match(/r\w+/g) ?? []).flatMap(name => REGISTER_NUMBERS.get(name) ?? []))

const isIdle = (value: bigint, bits: bigint, isCount: boolean): boolean =>
  value === 0n || value === (1n << bits) - 1n || (isCount && value >= bits)
