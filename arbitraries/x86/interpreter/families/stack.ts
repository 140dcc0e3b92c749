import type { Instruction } from '../instruction'
import { type Effect, type Machine, operandAt, widthOf } from '../machine'
import { haltUnsupported } from '../outcome'
import { RBP, RSP } from '../registers'

/** Returns the address at which the next push of `bytes` bytes stores. */
export const nextTop = ({ registers }: Machine, bytes: number): bigint => BigInt.asUintN(64, registers.get(RSP, 64) - BigInt(bytes))

/** Stores a value below the top of the stack. rsp changes after the store, because the store may fault. */
export function pushValue(machine: Machine, value: bigint, bytes: number): void {
  const top = nextTop(machine, bytes)
  machine.memory.store(top, bytes, value, true)
  machine.registers.set(RSP, 64, top)
}

/** Executes push. An immediate is pushed with 64 bits, and rsp with its value before the push. */
function push(machine: Machine, instruction: Instruction): void {
  const source = operandAt(instruction, 0)
  const bytes = source._tag === 'Immediate' ? 8 : widthOf(source) / 8
  pushValue(machine, machine.read(source), bytes)
}

/**
 * Executes pop. rsp changes first: an address based on rsp uses the new value, and `pop rsp` ends with the popped value
 * (SDM, POP).
 */
function pop(machine: Machine, instruction: Instruction): void {
  const destination = operandAt(instruction, 0)
  const bytes = widthOf(destination) / 8
  const top = machine.registers.get(RSP, 64)
  const value = machine.memory.load(top, bytes, true)
  const moved = BigInt.asUintN(64, top + BigInt(bytes))
  if (destination._tag === 'Memory' && destination.address.base === RSP) {
    const { address } = destination
    const beyond = { ...address, displacement: address.displacement + BigInt(bytes) }
    machine.write({ ...destination, address: beyond }, value)
  } else if (destination._tag === 'Memory') machine.write(destination, value)
  machine.registers.set(RSP, 64, moved)
  if (destination._tag === 'Register') machine.write(destination, value)
}

function leave(machine: Machine): void {
  const frame = machine.registers.get(RBP, 64)
  const value = machine.memory.load(frame, 8, true)
  machine.registers.set(RSP, 64, BigInt.asUintN(64, frame + 8n))
  machine.registers.set(RBP, 64, value)
}

/**
 * Executes enter with nesting level 0. The frame holds the old rbp and room for variables. The processor also probes the
 * end of that room (SDM, ENTER), after it has stored rbp.
 */
function enter(machine: Machine, instruction: Instruction): void {
  const room = machine.read(operandAt(instruction, 0))
  const frame = nextTop(machine, 8)
  const top = BigInt.asUintN(64, frame - room)
  const old = machine.registers.get(RBP, 64)
  machine.memory.store(frame, 8, old, true)
  if (machine.memory.faultAt(top, 8, true) !== undefined) haltUnsupported('enter with room that cannot be reached')
  machine.registers.set(RBP, 64, frame)
  machine.registers.set(RSP, 64, top)
}

/** Effects that move the top of the stack, without branches, by mnemonic. */
export const STACK: Readonly<Record<string, Effect>> = { push, pop, leave, enter }
