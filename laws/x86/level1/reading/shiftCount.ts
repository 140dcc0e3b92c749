import type { StateBefore } from './stateBefore'
import { operandBits, type Statement } from './statement'

/** Count of a shift or rotation, and the width of its operand. */
export interface ShiftCount {
  /** Masked count, as the processor uses it: five bits, or six for an operand of 64 bits. */
  readonly count: number
  readonly bits: number
}

const SHIFTING = /^(?:shl|shr|sar|rol|ror|rcl|rcr|shld|shrd)$/
const COUNT = /^(?:cl|0x[0-9a-f]+)$/

/** Returns the count of a shift or rotation, which is its last operand (a number or cl); undefined for any other instruction. */
export function shiftCount({ mnemonic, operands }: Statement, before: StateBefore): ShiftCount | undefined {
  const bits = operandBits(operands[0] ?? '')
  const last = operands.at(-1) ?? ''
  if (!SHIFTING.test(mnemonic) || bits === undefined || !COUNT.test(last)) return undefined
  const whole = last === 'cl' ? (before.registers[1] ?? 0n) : BigInt(last)
  return { count: Number(whole & (bits === 64 ? 0x3fn : 0x1fn)), bits }
}
