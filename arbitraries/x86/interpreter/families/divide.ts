import type { Width } from '../instruction'
import { type Effect, type Machine, operandAt, widthOf } from '../machine'
import { raise } from '../outcome'
import { RAX, RDX } from '../registers'
import { FLAGS } from '../state'

/** Returns a dividend of twice the width: ax for 8 bits, otherwise rdx and rax. */
function readDividend(machine: Machine, width: Width): bigint {
  if (width === 8) return machine.registers.get(RAX, 16)
  return (machine.registers.get(RDX, width) << BigInt(width)) | machine.registers.get(RAX, width)
}

function writeQuotient(machine: Machine, quotient: bigint, remainder: bigint, width: Width): void {
  machine.registers.set(RAX, width, quotient)
  if (width === 8) machine.registers.set(RAX, 8, remainder, true)
  else machine.registers.set(RDX, width, remainder)
}

/** Returns the effect of a division. A quotient that does not fit its register raises an exception. */
function division(narrow: (width: number, value: bigint) => bigint): Effect {
  return (machine, instruction) => {
    const source = operandAt(instruction, 0)
    const width = widthOf(source)
    const divisor = narrow(width, machine.read(source))
    const wideDividend = narrow(2 * width, readDividend(machine, width))
    if (divisor === 0n) raise('#DE')
    const quotient = wideDividend / divisor
    if (narrow(width, quotient) !== quotient) raise('#DE')
    writeQuotient(machine, quotient, wideDividend % divisor, width)
    machine.undefine(...FLAGS.filter(flag => flag !== 'DF'))
  }
}

/** Effects of divisions with remainder, by mnemonic. */
export const DIVIDE: Readonly<Record<string, Effect>> = { div: division(BigInt.asUintN), idiv: division(BigInt.asIntN) }
