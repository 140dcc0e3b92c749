import type { Instruction, Operand } from '../../interpreter/instruction'
import { RAX, RDX } from '../../interpreter/registers'

/** What they read or write depends on values: whether two are equal, how great a count or an index is, which bit is looked at. */
const BY_VALUE = /^(?:cmpxchg.*|i?div|bextr|bzhi|bs[fr]|clflush)$/

/** Registers that are multiplied without being operands: by 0, nothing depends on the other factor. */
const MULTIPLIED: readonly (readonly [RegExp, number])[] = [
  [/^(?:mul|imul)$/, RAX],
  [/^mulx$/, RDX],
]

/** Whether the sets of an instruction are the same whatever its values: none of them is such that nothing depends on another. */
export function hasClearSets({ mnemonic, operands }: Instruction): boolean {
  if (BY_VALUE.test(mnemonic)) return false
  const registers = operands.flatMap(operand => (operand._tag === 'Register' ? [operand.register.number] : []))
  const inAddresses = operands.flatMap(operand => (operand._tag === 'Memory' ? [operand.address.base, operand.address.index] : []))
  const used = [...registers, ...MULTIPLIED.flatMap(([of, number]) => (of.test(mnemonic) ? [number] : []))]
  if (new Set(registers).size < registers.length || used.some(number => inAddresses.includes(number))) return false
  // What is moved on the stack may be moved onto itself.
  if (/^(?:push|pop)$/.test(mnemonic) && inAddresses.length > 0) return false
  // Which of two bits is looked at need not show, nor does a count that may be too great.
  if (mnemonic === 'bt' && registers.length === 2) return false
  // Of a bit that is kept or cleared, flags tell at most that something is read.
  if (/^(?:and|or|test)$/.test(mnemonic) && operands[1]?._tag === 'Immediate') return false
  return operands.every(operand => !isIdle(operand, mnemonic, operands[0]))
}

/** Zero, all ones, or a count of all bits: with these an operation may keep or drop a value as a whole; and a count in cl. */
function isIdle(operand: Operand, mnemonic: string, first: Operand | undefined): boolean {
  if (operand._tag === 'Register') return operand.register.name === 'cl' && /^(?:sh|sa|ro|rc)/.test(mnemonic) && operand !== first
  if (operand._tag === 'Memory') return mnemonic === 'lea' && operand.address.index === undefined
  const width =
    first !== undefined && first._tag !== 'Immediate' && 'register' in first
      ? first.register.width
      : first?._tag === 'Memory'
        ? (first.width ?? 64)
        : 64
  const ones = (1n << BigInt(width)) - 1n
  const isCount = /^(?:sh|sa|ro|rc)/.test(mnemonic)
  return operand.value === 0n || operand.value === ones || (isCount && operand.value >= BigInt(width))
}
