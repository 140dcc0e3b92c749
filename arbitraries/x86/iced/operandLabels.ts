import type * as Iced from 'iced-x86'
import type { Bits } from '../instructions/draft'

/** Function that returns the labels of an instruction's operands, computed on demand because few tasks need them. */
type OperandLabels = (instruction: Iced.Instruction, operands: string, bits: Bits) => () => readonly string[]

/**
 * Returns a function that labels each operand of a text. It reads the data of the iced instruction immediately, because
 * iced reuses the object for the next instruction.
 *
 * The text determines which operands there are. iced also counts some implied operands, and describes some registers as
 * wider than they are written.
 */
export function operandLabels(iced: typeof Iced, formatter: Iced.Formatter): OperandLabels {
  const registers = registerLabels(iced, formatter)
  return (instruction, operands, bits) => {
    const memorySize = operands.includes(' ptr ') ? instruction.memorySize : undefined
    const near = isNearBranch(iced, instruction)
    const label = (operand: string): string => {
      // Memory areas of several values have a size in iced, but none in the canonical text.
      if (operand.includes('[')) return operand.includes(' ptr ') ? `mem ${iced.MemorySizeExt.size(memorySize ?? 0) * 8}` : 'mem'
      const brace = operand.indexOf('{')
      const register = registers.get(brace < 0 ? operand : operand.slice(0, brace))
      if (register !== undefined) return register === 'reg mode' ? `reg ${bits}` : register
      return near ? 'rel' : 'imm'
    }
    return () => (operands === '' ? [] : operands.split(', ').map(label))
  }
}

function isNearBranch(iced: typeof Iced, instruction: Iced.Instruction): boolean {
  const kind = instruction.op0Kind
  return kind >= iced.OpKind.NearBranch16 && kind <= iced.OpKind.NearBranch64
}

function registerLabels(iced: typeof Iced, formatter: Iced.Formatter): ReadonlyMap<string, string> {
  const labels = new Map<string, string>()
  for (const register of Object.values(iced.Register)) {
    if (typeof register !== 'number' || register === iced.Register.None || register > iced.Register.TMM7) continue
    // Control and debug registers are as wide as the mode.
    const wide = iced.RegisterExt.isCR(register) || iced.RegisterExt.isDR(register)
    labels.set(formatter.formatRegister(register), wide ? 'reg mode' : `reg ${iced.RegisterExt.size(register) * 8}`)
  }
  labels.set('st(0)', 'reg 80')
  return labels
}
