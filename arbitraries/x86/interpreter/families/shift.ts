import type { Instruction, Operand, Width } from '../instruction'
import { type Effect, hasEvenParity, isNegative, type Machine, operandAt, widthOf } from '../machine'
import { haltUnsupported } from '../outcome'
import { RCX } from '../registers'
import type { Flag } from '../state'
import { type ShiftOperation, SHIFT_OPERATIONS } from './shifts'

/** Count after the processor's mask. `variable` is true if it comes from cl, so that only the state decides whether flags change. */
interface MaskedCount {
  readonly count: number
  readonly variable: boolean
}

/** Returns the masked count. SDM, SAL/SAR/SHL/SHR: five bits of the count are used, six for 64-bit operands. */
function maskCount(machine: Machine, operand: Operand, width: Width): MaskedCount {
  const variable = operand._tag === 'Register'
  const value = variable ? machine.registers.get(RCX, 8) : machine.read(operand)
  return { count: Number(value & (width === 64 ? 0x3fn : 0x1fn)), variable }
}

/** Sets flags, or leaves them unchanged if the count is zero. An undefined value makes the flag undefined. */
function setFlags(machine: Machine, { count, variable }: MaskedCount, values: readonly (readonly [Flag, boolean | undefined])[]): void {
  for (const [flag, value] of values) {
    if (count === 0) machine.flags.skipWrite(flag)
    else if (value === undefined) machine.flags.undefine(flag, machine.index, variable)
    else machine.flags.set(flag, value, variable)
  }
}

function shiftBy(machine: Machine, instruction: Instruction, { apply, setsResultFlags, readsCarry }: ShiftOperation, filler: bigint): void {
  const destination = operandAt(instruction, 0)
  const width = widthOf(destination)
  const maskedCount = maskCount(machine, instruction.operands.at(-1) as Operand, width)
  const { count, variable } = maskedCount
  const value = machine.read(destination)
  const carry = readsCarry && (count > 0 || variable) ? machine.flags.get('CF') : false
  if (readsCarry && width <= 16 && count > 0 && count % (width + 1) === 0) haltUnsupported('rcl or rcr by a multiple of its cycle')
  const shifted = apply({ value, count, width, carry, filler })
  const result = BigInt.asUintN(width, shifted.result)
  machine.write(destination, result)
  if (count === 0 && !variable) return
  // SDM: OF is defined only for shifts by one, and is then set if the sign changed.
  const overflow = count === 1 ? isNegative(value ^ result, width) : undefined
  setFlags(machine, maskedCount, [
    ['CF', shifted.carry],
    ['OF', overflow],
  ])
  if (!setsResultFlags) return
  setFlags(machine, maskedCount, [
    ['SF', isNegative(result, width)],
    ['ZF', result === 0n],
    ['PF', hasEvenParity(result)],
    ['AF', undefined],
  ])
}

const shift =
  (operation: ShiftOperation): Effect =>
  (machine, instruction) =>
    shiftBy(machine, instruction, operation, 0n)

/** Returns the effect of a shift that takes its incoming bits from a second register. */
const shiftDouble =
  (operation: ShiftOperation): Effect =>
  (machine, instruction) => {
    const source = operandAt(instruction, 1)
    const width = widthOf(source)
    const { count } = maskCount(machine, operandAt(instruction, 2), width)
    if (count > width) haltUnsupported('shld or shrd by more than the size')
    shiftBy(machine, instruction, operation, machine.read(source))
  }

/** Effects of shifts and rotations that set flags, by mnemonic. */
export const SHIFT: Readonly<Record<string, Effect>> = {
  shl: shift(SHIFT_OPERATIONS.shl),
  shr: shift(SHIFT_OPERATIONS.shr),
  sar: shift(SHIFT_OPERATIONS.sar),
  rol: shift(SHIFT_OPERATIONS.rol),
  ror: shift(SHIFT_OPERATIONS.ror),
  rcl: shift(SHIFT_OPERATIONS.rcl),
  rcr: shift(SHIFT_OPERATIONS.rcr),
  shld: shiftDouble(SHIFT_OPERATIONS.shld),
  shrd: shiftDouble(SHIFT_OPERATIONS.shrd),
}
