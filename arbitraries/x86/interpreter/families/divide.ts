import type { Width } from '../instruction'
import { type Effect, type Machine, operandAt, widthOf } from '../machine'
import { raise } from '../outcome'
import { RAX, RDX } from '../registers'
import { FLAGS } from '../state'

/** A number of two widths: ax of 8 bits, of others rdx and rax. */
function dividend(machine: Machine, width: Width): bigint {
  if (width === 8) return machine.registers.get(RAX, 16)
  return (machine.registers.get(RDX, width) << BigInt(width)) | machine.registers.get(RAX, width)
}

function writeQuotient(machine: Machine, quotient: bigint, remainder: bigint, width: Width): void {
  machine.registers.set(RAX, width, quotient)
  if (width === 8) machine.registers.set(RAX, 8, remainder, true)
  else machine.registers.set(RDX, width, remainder)
}

/** A quotient that its register cannot hold is no overflow, but an exception. */
function division(confined: (width: number, value: bigint) => bigint): Effect {
  return (machine, instruction) => {
    const source = operandAt(instruction, 0)
    const width = widthOf(source)
    const divisor = confined(width, machine.read(source))
    const divided = confined(2 * width, dividend(machine, width))
    if (divisor === 0n) raise('#DE')
    const quotient = divided / divisor
    if (confined(width, quotient) !== quotient) raise('#DE')
    writeQuotient(machine, quotient, divided % divisor, width)
    machine.undefine(...FLAGS.filter(flag => flag !== 'DF'))
  }
}

/** Quotients, with their remainders. */
export const DIVIDE: Readonly<Record<string, Effect>> = { div: division(BigInt.asUintN), idiv: division(BigInt.asIntN) }
