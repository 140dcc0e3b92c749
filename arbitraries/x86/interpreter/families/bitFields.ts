import type { Instruction, Width } from '../instruction'
import { type Effect, isNegative, type Machine, operandAt, widthOf } from '../machine'

function andNot(machine: Machine, instruction: Instruction): void {
  const destination = operandAt(instruction, 0)
  const width = widthOf(destination)
  const result = ~machine.read(operandAt(instruction, 1)) & machine.read(operandAt(instruction, 2))
  machine.write(destination, result)
  setFieldFlags(machine, result, width, false)
}

/** Sets SF and ZF from the result and clears OF. AF and PF are undefined (SDM, ANDN, BLSI, BLSR, BZHI). */
function setFieldFlags(machine: Machine, result: bigint, width: Width, carry: boolean): void {
  machine.flags.set('SF', isNegative(result, width))
  machine.flags.set('ZF', result === 0n)
  machine.flags.set('OF', false)
  machine.flags.set('CF', carry)
  machine.undefine('AF', 'PF')
}

function lowestBit(change: (value: bigint) => bigint, carries: (value: bigint) => boolean): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    const width = widthOf(destination)
    const value = machine.read(operandAt(instruction, 1))
    const result = BigInt.asUintN(width, change(value))
    machine.write(destination, result)
    setFieldFlags(machine, result, width, carries(value))
  }
}

/** Returns the low part of the register at an operand, which is all that some instructions use of it. */
function lowBits(machine: Machine, instruction: Instruction, index: number, width: 8 | 16): bigint {
  const operand = operandAt(instruction, index)
  return operand._tag === 'Register' ? machine.registers.get(operand.register.number, width) : machine.read(operand)
}

function extractField(machine: Machine, instruction: Instruction): void {
  const control = lowBits(machine, instruction, 2, 16)
  const value = machine.read(operandAt(instruction, 1))
  const result = BigInt.asUintN(Number(control >> 8n), value >> (control & 0xffn))
  machine.write(operandAt(instruction, 0), result)
  machine.flags.set('ZF', result === 0n)
  machine.flags.set('CF', false)
  machine.flags.set('OF', false)
  machine.undefine('AF', 'SF', 'PF')
}

function zeroHigh(machine: Machine, instruction: Instruction): void {
  const destination = operandAt(instruction, 0)
  const width = widthOf(destination)
  const index = Number(lowBits(machine, instruction, 2, 8))
  const value = machine.read(operandAt(instruction, 1))
  const result = index < width ? BigInt.asUintN(index, value) : value
  machine.write(destination, result)
  setFieldFlags(machine, result, width, index > width - 1)
}

/** Returns the binary digits, lowest first. This is far faster than one bigint shift per bit. */
const digitsOf = (value: bigint): string[] => [...value.toString(2)].reverse()

const numberOf = (digits: readonly string[]): bigint => BigInt(`0b0${digits.toReversed().join('')}`)

function deposit(machine: Machine, instruction: Instruction): void {
  const source = digitsOf(machine.read(operandAt(instruction, 1)))
  const mask = digitsOf(machine.read(operandAt(instruction, 2)))
  let next = 0
  const result = mask.map(digit => (digit === '1' ? (source[next++] ?? '0') : '0'))
  machine.write(operandAt(instruction, 0), numberOf(result))
}

function extract(machine: Machine, instruction: Instruction): void {
  const source = digitsOf(machine.read(operandAt(instruction, 1)))
  const mask = digitsOf(machine.read(operandAt(instruction, 2)))
  const result = mask.flatMap((digit, index) => (digit === '1' ? [source[index] ?? '0'] : []))
  machine.write(operandAt(instruction, 0), numberOf(result))
}

/** Returns the effect of a shift that changes no flag. Its count is masked like the count of shl. */
function shift(move: (value: bigint, count: bigint, width: Width) => bigint): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    const width = widthOf(destination)
    const count = lowBits(machine, instruction, 2, 8) & BigInt(width - 1)
    machine.write(destination, move(machine.read(operandAt(instruction, 1)), count, width))
  }
}

/** Effects of BMI1 and BMI2 instructions, by mnemonic. */
export const BIT_FIELDS: Readonly<Record<string, Effect>> = {
  andn: andNot,
  bextr: extractField,
  blsi: lowestBit(
    value => value & -value,
    value => value !== 0n,
  ),
  blsr: lowestBit(
    value => value & (value - 1n),
    value => value === 0n,
  ),
  // SDM, BLSMSK: ZF is cleared. The result is never zero, so ZF still follows from it.
  blsmsk: lowestBit(
    value => value ^ (value - 1n),
    value => value === 0n,
  ),
  bzhi: zeroHigh,
  pdep: deposit,
  pext: extract,
  shlx: shift((value, count) => value << count),
  shrx: shift((value, count) => value >> count),
  sarx: shift((value, count, width) => BigInt.asIntN(width, value) >> count),
  rorx: shift((value, count, width) => (value >> count) | (value << (BigInt(width) - count))),
}
