import type { Instruction } from '../instruction'
import { type Effect, type Machine, operandAt } from '../machine'
import { isCanonical } from '../memoryBytes'
import { raise, haltUnsupported, type BranchReason } from '../outcome'
import { RCX, RSP } from '../registers'
import type { Flag } from '../state'
import { CONDITIONS, type Condition, readFlags } from './conditions'
import { nextTop, pushValue } from './stack'

const ALWAYS: BranchReason = { _tag: 'Always' }

function jump(machine: Machine, instruction: Instruction): void {
  machine.jump(machine.read(operandAt(instruction, 0)))
  machine.why = ALWAYS
}

/**
 * Executes a call. The target is read and checked before the push, because processors differ in which of two exceptions
 * comes first.
 */
function call(machine: Machine, instruction: Instruction): void {
  const target = machine.read(operandAt(instruction, 0))
  if (!isCanonical(target)) {
    if (machine.memory.faultAt(nextTop(machine, 8), 8, true) !== undefined) haltUnsupported('a call that raises two exceptions')
    raise('#GP')
  }
  pushValue(machine, machine.returnAddress(), 8)
  machine.jump(target)
  machine.why = ALWAYS
}

/** Executes a return. An immediate is the number of bytes to release behind the return address. */
function ret(machine: Machine, { operands: [released] }: Instruction): void {
  const top = machine.registers.get(RSP, 64)
  machine.jump(machine.memory.load(top, 8, true))
  machine.registers.set(RSP, 64, BigInt.asUintN(64, top + 8n + (released === undefined ? 0n : machine.read(released))))
  machine.why = ALWAYS
}

function jumpIf(condition: Condition): Effect {
  return (machine, instruction) => {
    const values = readFlags(machine, condition)
    if (condition.holds(values)) machine.jump(machine.read(operandAt(instruction, 0)))
    machine.why = { _tag: 'Conditional', flags: condition.flags.map((flag, index) => ({ flag, value: values[index] === true })) }
  }
}

/** Returns the effect of a loop. `zero` is the value that ZF must also have, if any. */
function loop(zero: boolean | undefined): Effect {
  return (machine, instruction) => {
    const counter = BigInt.asUintN(64, machine.registers.get(RCX, 64) - 1n)
    const flags: readonly { flag: Flag; value: boolean }[] = zero === undefined ? [] : [{ flag: 'ZF', value: machine.flags.get('ZF') }]
    if (counter !== 0n && flags.every(({ value }) => value === zero)) machine.jump(machine.read(operandAt(instruction, 0)))
    machine.registers.set(RCX, 64, counter)
    machine.why = { _tag: 'Conditional', flags, counter }
  }
}

function jumpIfCounterIsZero(width: 32 | 64): Effect {
  return (machine, instruction) => {
    const counter = machine.registers.get(RCX, width)
    if (counter === 0n) machine.jump(machine.read(operandAt(instruction, 0)))
    machine.why = { _tag: 'Conditional', flags: [], counter }
  }
}

/** Effects of branches, by mnemonic. */
export const BRANCHES: Readonly<Record<string, Effect>> = {
  jmp: jump,
  call,
  ret,
  ...Object.fromEntries(CONDITIONS.map(condition => [`j${condition.name}`, jumpIf(condition)])),
  loop: loop(undefined),
  loope: loop(true),
  loopne: loop(false),
  jrcxz: jumpIfCounterIsZero(64),
  jecxz: jumpIfCounterIsZero(32),
}
