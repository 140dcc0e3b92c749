import type { Instruction, Operand, Width } from '../instruction'
import { type Effect, hasEvenParity, isNegative, type Machine, operandAt, widthOf } from '../machine'
import { unsupported } from '../outcome'
import { RCX } from '../registers'
import type { Flag } from '../state'
import { type Turn, TURNS } from './turns'

/** The count as the processor takes it, and whether it comes from cl, so that only the state tells whether flags change. */
interface Count {
  readonly count: number
  readonly variable: boolean
}

/** SDM, SAL/SAR/SHL/SHR: five bits of the count are used, six where the operand has 64 bits. */
function countOf(machine: Machine, operand: Operand, width: Width): Count {
  const variable = operand._tag === 'Register'
  const value = variable ? machine.registers.get(RCX, 8) : machine.read(operand)
  return { count: Number(value & (width === 64 ? 0x3fn : 0x1fn)), variable }
}

/** Sets flags, or leaves them as they are where the count is zero; undefined values are undefined flags. */
function setFlags(machine: Machine, { count, variable }: Count, values: readonly (readonly [Flag, boolean | undefined])[]): void {
  for (const [flag, value] of values) {
    if (count === 0) machine.flags.keep(flag)
    else if (value === undefined) machine.flags.undefine(flag, machine.index, variable)
    else machine.flags.set(flag, value, variable)
  }
}

function shiftBy(machine: Machine, instruction: Instruction, { turn, wholeResult, readsCarry }: Turn, filler: bigint): void {
  const destination = operandAt(instruction, 0)
  const width = widthOf(destination)
  const counted = countOf(machine, instruction.operands.at(-1) as Operand, width)
  const { count, variable } = counted
  const value = machine.read(destination)
  const carry = readsCarry && (count > 0 || variable) ? machine.flags.get('CF') : false
  if (readsCarry && width <= 16 && count > 0 && count % (width + 1) === 0) unsupported('rcl or rcr by a multiple of its cycle')
  const turned = turn({ value, count, width, carry, filler })
  const result = BigInt.asUintN(width, turned.result)
  machine.write(destination, result)
  if (count === 0 && !variable) return
  // SDM: OF is defined for single shifts alone, and tells in each of them whether the sign changed.
  const overflow = count === 1 ? isNegative(value ^ result, width) : undefined
  setFlags(machine, counted, [
    ['CF', turned.carry],
    ['OF', overflow],
  ])
  if (!wholeResult) return
  setFlags(machine, counted, [
    ['SF', isNegative(result, width)],
    ['ZF', result === 0n],
    ['PF', hasEvenParity(result)],
    ['AF', undefined],
  ])
}

const shift =
  (turn: Turn): Effect =>
  (machine, instruction) =>
    shiftBy(machine, instruction, turn, 0n)

/** The bits that come in are those of a second register. */
const shiftDouble =
  (turn: Turn): Effect =>
  (machine, instruction) => {
    const source = operandAt(instruction, 1)
    const width = widthOf(source)
    const { count } = countOf(machine, operandAt(instruction, 2), width)
    if (count > width) unsupported('shld or shrd by more than the size')
    shiftBy(machine, instruction, turn, machine.read(source))
  }

/** Shifts and rotations that set flags. */
export const SHIFT: Readonly<Record<string, Effect>> = {
  shl: shift(TURNS.shl),
  shr: shift(TURNS.shr),
  sar: shift(TURNS.sar),
  rol: shift(TURNS.rol),
  ror: shift(TURNS.ror),
  rcl: shift(TURNS.rcl),
  rcr: shift(TURNS.rcr),
  shld: shiftDouble(TURNS.shld),
  shrd: shiftDouble(TURNS.shrd),
}
