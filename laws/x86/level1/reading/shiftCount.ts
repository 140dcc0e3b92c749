import type { StateBefore } from './stateBefore'
import { operandBits, type Statement } from './statement'

/** By how much an instruction shifts or rotates, and how wide what it changes is. */
export interface ShiftCount {
  /** As much of the count as the processor looks at: five bits, or six where 64 bits are shifted. */
  readonly count: number
  readonly bits: number
}

const SHIFTING = /^(?:shl|shr|sar|rol|ror|rcl|rcr|shld|shrd)$/
const COUNT = /^(?:cl|0x[0-9a-f]+)$/

/** The count of a shift or a rotation, which is its last operand: a number or cl. Nothing where it is neither. */
export function shiftCount({ mnemonic, operands }: Statement, before: StateBefore): ShiftCount | undefined {
  const bits = operandBits(operands[0] ?? '')
  const last = operands.at(-1) ?? ''
  if (!SHIFTING.test(mnemonic) || bits === undefined || !COUNT.test(last)) return undefined
  const whole = last === 'cl' ? (before.registers[1] ?? 0n) : BigInt(last)
  return { count: Number(whole & (bits === 64 ? 0x3fn : 0x1fn)), bits }
}
