import type { Instruction, Operand } from '../../interpreter/instruction'
import { widthOf } from '../../interpreter/machine'
import { DATA } from '../programs/programBuilder'
import type { Effects } from '../questions/answer'
import { RAX, RCX, RDX, RSP } from '../../interpreter/registers'
import type { State } from '../../interpreter/state'

/** Named edge of level 1. */
export type EffectEdge =
  | 'zeroCount'
  | 'maskedCount'
  | 'signExtreme'
  | 'selfMove'
  | 'highByteRegister'
  | 'stackAlias'
  | 'repeatZero'
  | 'counterBorder'
  | 'divisionBorder'
  | 'pageBorder'

/** Returns true if an executed instruction, given the state before it, shows an edge. */
export function showsEdge(edge: EffectEdge, { steps, instructions, outcome }: Effects, start: State): boolean {
  const executed = outcome._tag === 'Fault' ? steps.length + 1 : steps.length
  return instructions.slice(0, executed).some((instruction, index) => SHOWS[edge](instruction, steps[index - 1]?.state ?? start))
}

type Shows = (instruction: Instruction, before: State) => boolean

const SHOWS: Readonly<Record<EffectEdge, Shows>> = {
  zeroCount: (instruction, before) => countsOf(instruction, before)?.masked === 0,
  maskedCount: (instruction, before) => {
    const counts = countsOf(instruction, before)
    return counts !== undefined && counts.masked !== counts.raw && counts.masked !== 0
  },
  signExtreme: ({ operands }, before) => operands.some(operand => isExtreme(operand, before)),
  selfMove: ({ mnemonic, operands: [first, second] }) =>
    /^(?:mov|xchg|cmov\w+)$/.test(mnemonic) &&
    first?._tag === 'Register' &&
    second?._tag === 'Register' &&
    first.register === second.register,
  highByteRegister: ({ operands }) => operands.some(operand => operand._tag === 'Register' && operand.register.high),
  stackAlias: ({ mnemonic, operands: [first] }) => /^(?:push|pop)$/.test(mnemonic) && first !== undefined && usesStackPointer(first),
  repeatZero: ({ prefix }, { registers }) => prefix !== undefined && prefix !== 'lock' && registers[RCX] === 0n,
  counterBorder: ({ mnemonic }, { registers }) => {
    const count = registers[RCX]
    return /^loop/.test(mnemonic) ? count === 1n || count === 0n : /^j[er]cxz$/.test(mnemonic) && count === 0n
  },
  divisionBorder: (instruction, before) => isDivisionBorder(instruction, before),
  pageBorder: (instruction, before) => instruction.operands.some(operand => endsAtBorder(operand, before)),
}

const SHIFTS = /^(?:shl|shr|sar|rol|ror|rcl|rcr|shld|shrd)$/

/** Returns the count of a shift or rotation, before and after masking (Intel SDM volume 2, SAL/SAR/SHL/SHR). */
function countsOf(
  { mnemonic, operands }: Instruction,
  { registers }: State,
): { readonly raw: number; readonly masked: number } | undefined {
  const [count, first] = [operands.at(-1), operands[0]]
  if (!SHIFTS.test(mnemonic) || count === undefined || first === undefined) return undefined
  const value = count._tag === 'Immediate' ? count.value : registers[RCX]
  if (value === undefined) return undefined
  const raw = Number(value & 0xffn)
  return { raw, masked: raw & (widthOf(first) === 64 ? 63 : 31) }
}

/** Returns true if a register holds the smallest or largest signed number. */
function isExtreme(operand: Operand, { registers }: State): boolean {
  if (operand._tag !== 'Register') return false
  const { number, width, high } = operand.register
  const whole = registers[number]
  if (whole === undefined) return false
  const value = BigInt.asUintN(width, high ? whole >> 8n : whole)
  const least = 1n << BigInt(width - 1)
  return value === least || value === least - 1n
}

function usesStackPointer(operand: Operand): boolean {
  if (operand._tag === 'Register') return operand.register.number === RSP
  return operand._tag === 'Memory' && operand.address.base === RSP
}

/** Returns true if a quotient is the largest or smallest that fits, or the next one beyond it. */
function isDivisionBorder({ mnemonic, operands: [divisor] }: Instruction, { registers }: State): boolean {
  if (!/^i?div$/.test(mnemonic) || divisor?._tag !== 'Register') return false
  const { number, width, high } = divisor.register
  const [low, upper, by] = [registers[RAX], registers[RDX], registers[number]]
  if (low === undefined || upper === undefined || by === undefined) return false
  const bits = BigInt(width)
  const dividend = width === 8 ? BigInt.asUintN(16, low) : (BigInt.asUintN(width, upper) << bits) | BigInt.asUintN(width, low)
  const unsigned = BigInt.asUintN(width, high ? by >> 8n : by)
  if (unsigned === 0n) return false
  if (mnemonic === 'div') return [(1n << bits) - 1n, 1n << bits].includes(dividend / unsigned)
  const quotient = BigInt.asIntN(2 * width, dividend) / BigInt.asIntN(width, unsigned)
  const most = (1n << (bits - 1n)) - 1n
  return [most, most + 1n, -most - 1n, -most - 2n].includes(quotient)
}

/** Returns true if an access ends at the last byte of the page, or crosses it. */
function endsAtBorder(operand: Operand, { registers }: State): boolean {
  if (operand._tag !== 'Memory' || operand.width === undefined) return false
  const { base, index, scale, displacement } = operand.address
  const [from, by] = [registers[base], index === undefined ? 0n : registers[index]]
  if (from === undefined || by === undefined) return false
  const end = BigInt.asUintN(64, from + by * BigInt(scale) + displacement) + BigInt(operand.width / 8)
  return end >= BigInt(DATA.end) && end < BigInt(DATA.end + operand.width / 8)
}
