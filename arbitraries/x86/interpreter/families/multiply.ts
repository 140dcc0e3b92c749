import type { Instruction, Width } from '../instruction'
import { type Effect, type Machine, operandAt, widthOf } from '../machine'
import { RAX, RDX } from '../registers'

/** Writes a product of twice the width: to ax for 8 bits, otherwise with the high half in rdx. */
function writeProduct(machine: Machine, product: bigint, width: Width): void {
  if (width === 8) machine.registers.set(RAX, 16, product)
  else {
    machine.registers.set(RAX, width, product)
    machine.registers.set(RDX, width, product >> BigInt(width))
  }
}

function setProductFlags(machine: Machine, overflows: boolean): void {
  machine.flags.set('CF', overflows)
  machine.flags.set('OF', overflows)
  machine.undefine('SF', 'ZF', 'AF', 'PF')
}

function multiplyUnsigned(machine: Machine, instruction: Instruction): void {
  const source = operandAt(instruction, 0)
  const width = widthOf(source)
  const product = machine.registers.get(RAX, width) * machine.read(source)
  writeProduct(machine, product, width)
  setProductFlags(machine, product >> BigInt(width) !== 0n)
}

function multiplyWhole(machine: Machine, instruction: Instruction): void {
  const source = operandAt(instruction, 0)
  const width = widthOf(source)
  const product = BigInt.asIntN(width, machine.registers.get(RAX, width)) * BigInt.asIntN(width, machine.read(source))
  writeProduct(machine, product, width)
  setProductFlags(machine, BigInt.asIntN(width, product) !== product)
}

/** Multiplies with two operands, of which the destination is a factor, or with three, of which it is not. */
function multiplyInto(machine: Machine, instruction: Instruction): void {
  const count = instruction.operands.length
  const destination = operandAt(instruction, 0)
  const width = widthOf(destination)
  const [left, right] = [operandAt(instruction, count - 2), operandAt(instruction, count - 1)]
  const product = BigInt.asIntN(width, machine.read(left)) * BigInt.asIntN(width, machine.read(right))
  machine.write(destination, product)
  setProductFlags(machine, BigInt.asIntN(width, product) !== product)
}

function multiplySigned(machine: Machine, instruction: Instruction): void {
  const multiply = instruction.operands.length === 1 ? multiplyWhole : multiplyInto
  multiply(machine, instruction)
}

/** Executes mulx. If both destinations are the same register, the high half remains in it (SDM, MULX). */
function multiplyWithoutFlags(machine: Machine, instruction: Instruction): void {
  const [high, low, source] = [operandAt(instruction, 0), operandAt(instruction, 1), operandAt(instruction, 2)]
  const width = widthOf(high)
  const product = machine.registers.get(RDX, width) * machine.read(source)
  machine.write(low, product)
  machine.write(high, product >> BigInt(width))
}

/** Effects of multiplications, by mnemonic. */
export const MULTIPLY: Readonly<Record<string, Effect>> = { mul: multiplyUnsigned, imul: multiplySigned, mulx: multiplyWithoutFlags }
