import type { Instruction, Width } from '../instruction'
import { type Effect, type Machine, operandAt, widthOf } from '../machine'
import { haltUnsupported } from '../outcome'
import type { Flag } from '../state'

/** Returns the bit offset modulo the width. The lowest byte of a register is sufficient for that. */
function offsetOf(machine: Machine, instruction: Instruction, width: Width): bigint {
  const offset = operandAt(instruction, 1)
  const value = offset._tag === 'Register' ? machine.registers.get(offset.register.number, 8) : machine.read(offset)
  return value & BigInt(width - 1)
}

function testBit(change: ((value: bigint, bit: bigint) => bigint) | undefined): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    const width = widthOf(destination)
    const offset = offsetOf(machine, instruction, width)
    const value = machine.read(destination)
    if (change !== undefined) machine.write(destination, change(value, 1n << offset))
    machine.flags.set('CF', ((value >> offset) & 1n) === 1n)
    machine.undefine('OF', 'SF', 'AF', 'PF')
  }
}

/** Returns the index of the highest set bit, or -1 if there is none. */
const highestSetBit = (value: bigint): number => (value === 0n ? -1 : value.toString(2).length - 1)

/** Returns the index of the lowest set bit, or -1 if there is none. */
const lowestSetBit = (value: bigint): number => highestSetBit(value & -value)

/**
 * Returns the effect of bsf or bsr. The destination is recorded as possibly unchanged, because it may be if the source is
 * zero (SDM, BSF and BSR).
 */
function scan(find: (value: bigint) => number): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    if (destination._tag !== 'Register') throw new TypeError('bsf and bsr write registers')
    const found = find(machine.read(operandAt(instruction, 1)))
    if (found < 0) haltUnsupported(`${instruction.mnemonic} of zero`)
    machine.registers.merge(destination.register.number, destination.register.width, BigInt(found))
    machine.flags.set('ZF', false)
    machine.undefine('CF', 'OF', 'SF', 'AF', 'PF')
  }
}

/** Returns the effect that counts zeroes at one end; for zero, the count is the width. */
function countZeroes(count: (value: bigint, width: number) => number): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    const value = machine.read(operandAt(instruction, 1))
    const zeroes = count(value, widthOf(destination))
    machine.write(destination, BigInt(zeroes))
    machine.flags.set('CF', value === 0n)
    machine.flags.set('ZF', zeroes === 0)
    machine.undefine('OF', 'SF', 'PF', 'AF')
  }
}

const CLEARED_BY_POPCNT: readonly Flag[] = ['OF', 'SF', 'AF', 'CF', 'PF']

function countOnes(machine: Machine, instruction: Instruction): void {
  const value = machine.read(operandAt(instruction, 1))
  let ones = 0
  for (const digit of value.toString(2)) if (digit === '1') ones++
  machine.write(operandAt(instruction, 0), BigInt(ones))
  machine.flags.set('ZF', ones === 0)
  for (const flag of CLEARED_BY_POPCNT) machine.flags.set(flag, false)
}

/** Effects that test and count bits, by mnemonic. */
export const BITS: Readonly<Record<string, Effect>> = {
  bt: testBit(undefined),
  bts: testBit((value, bit) => value | bit),
  btr: testBit((value, bit) => value & ~bit),
  btc: testBit((value, bit) => value ^ bit),
  bsf: scan(lowestSetBit),
  bsr: scan(highestSetBit),
  popcnt: countOnes,
  tzcnt: countZeroes((value, width) => (value === 0n ? width : lowestSetBit(value))),
  lzcnt: countZeroes((value, width) => width - 1 - highestSetBit(value)),
}
