import type { Instruction, Width } from '../instruction'
import { type Effect, type Machine, operandAt, widthOf } from '../machine'
import { unsupported } from '../outcome'
import type { Flag } from '../state'

/** The offset is taken modulo the size; of a register its lowest byte tells that already. */
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

/** The index of the highest bit that is set; -1 where none is. */
const highest = (value: bigint): number => (value === 0n ? -1 : value.toString(2).length - 1)

/** The index of the lowest bit that is set; -1 where none is. */
const lowest = (value: bigint): number => highest(value & -value)

/** The destination is recorded as kept, which it may be where the source is zero (SDM, BSF and BSR). */
function scan(find: (value: bigint) => number): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    if (destination._tag !== 'Register') throw new TypeError('bsf and bsr write registers')
    const found = find(machine.read(operandAt(instruction, 1)))
    if (found < 0) unsupported(`${instruction.mnemonic} of zero`)
    machine.registers.merge(destination.register.number, destination.register.width, BigInt(found))
    machine.flags.set('ZF', false)
    machine.undefine('CF', 'OF', 'SF', 'AF', 'PF')
  }
}

/** Counts zeroes at one end; of zero the whole width. */
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

/** What tests and counts bits. */
export const BITS: Readonly<Record<string, Effect>> = {
  bt: testBit(undefined),
  bts: testBit((value, bit) => value | bit),
  btr: testBit((value, bit) => value & ~bit),
  btc: testBit((value, bit) => value ^ bit),
  bsf: scan(lowest),
  bsr: scan(highest),
  popcnt: countOnes,
  tzcnt: countZeroes((value, width) => (value === 0n ? width : lowest(value))),
  lzcnt: countZeroes((value, width) => width - 1 - highest(value)),
}
