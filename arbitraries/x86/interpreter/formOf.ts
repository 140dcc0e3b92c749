import type { Instruction, Operand } from './instruction'
import { isOfKind } from './operandKinds'
import { RSP } from './registers'
import { type Form, formsOfMnemonic } from './whitelist'

/** Returns the form of an instruction, or undefined if the whitelist has none or the instruction has no encoding. */
export function formOf(instruction: Instruction): Form | undefined {
  const { mnemonic, operands, prefix } = instruction
  if (needsConflictingPrefix(operands) || !operands.every(hasEncodableAddress) || exchangesAccumulators(instruction)) return undefined
  const form = formsOfMnemonic(mnemonic).find(
    candidate =>
      candidate.operands.length === operands.length &&
      candidate.operands.every((kind, index) => isOfKind(operands[index] as Operand, kind)),
  )
  if (form === undefined || prefix === undefined) return form
  if (!form.prefixes.includes(prefix)) return undefined
  return prefix === 'lock' && operands[0]?._tag !== 'Memory' ? undefined : form
}

/** Returns true for an exchange of ax, eax or rax with itself. Its encoding, 90, is also `nop` and may be read as either. */
const exchangesAccumulators = ({ mnemonic, operands }: Instruction): boolean =>
  mnemonic === 'xchg' &&
  operands.every(operand => operand._tag === 'Register' && operand.register.number === 0 && operand.register.width > 8)

/** Returns true if ah to bh are used with an operand that needs REX, which hides them (SDM volume 2, REX Prefixes). */
function needsConflictingPrefix(operands: readonly Operand[]): boolean {
  return operands.some(operand => operand._tag === 'Register' && operand.register.high) && operands.some(needsRex)
}

function needsRex(operand: Operand): boolean {
  if (operand._tag === 'Immediate') return false
  if (operand._tag === 'Memory') return operand.address.base >= 8 || (operand.address.index ?? 0) >= 8
  const { number, width, high } = operand.register
  return number >= 8 || width === 64 || (width === 8 && !high && number >= 4)
}

/** Returns false if rsp is the index or the displacement does not fit 32 bits. */
function hasEncodableAddress(operand: Operand): boolean {
  if (operand._tag !== 'Memory') return true
  const { index, displacement } = operand.address
  return index !== RSP && BigInt.asIntN(32, displacement) === displacement
}
