import type { Instruction } from '../instruction'
import { type Effect, type Machine, operandAt, widthOf } from '../machine'
import { isSameRegister } from './sameRegister'

function logic(combine: (left: bigint, right: bigint) => bigint, writes = true): Effect {
  return (machine, instruction) => {
    const destination = operandAt(instruction, 0)
    const result = combine(machine.read(destination), machine.read(operandAt(instruction, 1)))
    if (writes) machine.write(destination, result)
    setLogicFlags(machine, instruction, result)
  }
}

function setLogicFlags(machine: Machine, instruction: Instruction, result: bigint): void {
  machine.setResultFlags(result, widthOf(operandAt(instruction, 0)))
  machine.flags.set('CF', false)
  machine.flags.set('OF', false)
  machine.undefine('AF')
}

const exclusiveOr = logic((left, right) => left ^ right)

function xor(machine: Machine, instruction: Instruction): void {
  if (isSameRegister(instruction)) {
    machine.write(operandAt(instruction, 0), 0n)
    setLogicFlags(machine, instruction, 0n)
  } else exclusiveOr(machine, instruction)
}

function not(machine: Machine, instruction: Instruction): void {
  const destination = operandAt(instruction, 0)
  machine.write(destination, ~machine.read(destination))
}

/** Effects of bitwise operations, by mnemonic. */
export const LOGIC: Readonly<Record<string, Effect>> = {
  and: logic((left, right) => left & right),
  or: logic((left, right) => left | right),
  xor,
  test: logic((left, right) => left & right, false),
  not,
}
