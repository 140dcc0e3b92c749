import type { Instruction, Operand } from '../../interpreter/instruction'
import { RAX, RDX } from '../../interpreter/registers'

/** Instructions whose read or written items depend on values: equality, the size of a count or an index, or the tested bit. */
const VALUE_DEPENDENT = /^(?:cmpxchg.*|i?div|bextr|bzhi|bs[fr]|clflush)$/

/** Registers that are multiplied without being operands. If one is 0, nothing depends on the other factor. */
const MULTIPLIED: readonly (readonly [RegExp, number])[] = [
  [/^(?:mul|imul)$/, RAX],
  [/^mulx$/, RDX],
]

/** Returns true if the items that an instruction reads and writes are the same for all values. */
export function hasFixedSets({ mnemonic, operands }: Instruction): boolean {
  if (VALUE_DEPENDENT.test(mnemonic)) return false
  const registers = operands.flatMap(operand => (operand._tag === 'Register' ? [operand.register.number] : []))
  const inAddresses = operands.flatMap(operand => (operand._tag === 'Memory' ? [operand.address.base, operand.address.index] : []))
  const used = [...registers, ...MULTIPLIED.flatMap(([of, number]) => (of.test(mnemonic) ? [number] : []))]
  if (new Set(registers).size < registers.length || used.some(number => inAddresses.includes(number))) return false
  // push and pop may move a value onto itself.
  if (/^(?:push|pop)$/.test(mnemonic) && inAddresses.length > 0) return false
  // The index of the tested bit may have no visible effect.
  if (mnemonic === 'bt' && registers.length === 2) return false
  // An immediate mask keeps or clears bits, so flags show at most that something is read.
  if (/^(?:and|or|test)$/.test(mnemonic) && operands[1]?._tag === 'Immediate') return false
  return operands.every(operand => !hidesDependency(operand, mnemonic, operands[0]))
}

/**
 * Returns true for zero, all ones, a count of all bits, and a count in cl. With these, an operation may keep or drop a
 * value as a whole.
 */
function hidesDependency(operand: Operand, mnemonic: string, first: Operand | undefined): boolean {
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
