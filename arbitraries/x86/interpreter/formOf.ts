import type { Instruction, Operand } from './instruction'
import { isOfKind } from './operandKinds'
import { RSP } from './registers'
import { type Form, formsOfMnemonic } from './whitelist'

/** The form of an instruction; undefined where the whitelist has none, or where no bytes can say it. */
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

/** An exchange of ax, eax or rax with itself: its encoding, 90, is also that of `nop`, and is read as either. */
const exchangesAccumulators = ({ mnemonic, operands }: Instruction): boolean =>
  mnemonic === 'xchg' &&
  operands.every(operand => operand._tag === 'Register' && operand.register.number === 0 && operand.register.width > 8)

/** A prefix REX hides ah to bh (SDM volume 2, REX Prefixes). */
function needsConflictingPrefix(operands: readonly Operand[]): boolean {
  return operands.some(operand => operand._tag === 'Register' && operand.register.high) && operands.some(needsRex)
}

function needsRex(operand: Operand): boolean {
  if (operand._tag === 'Immediate') return false
  if (operand._tag === 'Memory') return operand.address.base >= 8 || (operand.address.index ?? 0) >= 8
  const { number, width, high } = operand.register
  return number >= 8 || width === 64 || (width === 8 && !high && number >= 4)
}

/** rsp is no index, and a displacement has 32 bits. */
function hasEncodableAddress(operand: Operand): boolean {
  if (operand._tag !== 'Memory') return true
  const { index, displacement } = operand.address
  return index !== RSP && BigInt.asIntN(32, displacement) === displacement
}
