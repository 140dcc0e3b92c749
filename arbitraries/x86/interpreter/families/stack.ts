import type { Instruction } from '../instruction'
import { type Effect, type Machine, operandAt, widthOf } from '../machine'
import { unsupported } from '../outcome'
import { RBP, RSP } from '../registers'

/** Where the next push of so many bytes stores. */
export const nextTop = ({ registers }: Machine, bytes: number): bigint => BigInt.asUintN(64, registers.get(RSP, 64) - BigInt(bytes))

/** Stores below the top of the stack; the register follows, since the store may fault. */
export function pushValue(machine: Machine, value: bigint, bytes: number): void {
  const top = nextTop(machine, bytes)
  machine.memory.store(top, bytes, value, true)
  machine.registers.set(RSP, 64, top)
}

/** An immediate is pushed with 64 bits; rsp is pushed as it was before. */
function push(machine: Machine, instruction: Instruction): void {
  const source = operandAt(instruction, 0)
  const bytes = source._tag === 'Immediate' ? 8 : widthOf(source) / 8
  pushValue(machine, machine.read(source), bytes)
}

/** rsp moves on first: an address with rsp takes the new one, and `pop rsp` ends with what was popped (SDM, POP). */
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

/** Of level 0: the frame holds the old rbp and room for variables, whose end is tried too (SDM, ENTER), when rbp is stored already. */
function enter(machine: Machine, instruction: Instruction): void {
  const room = machine.read(operandAt(instruction, 0))
  const frame = nextTop(machine, 8)
  const top = BigInt.asUintN(64, frame - room)
  const old = machine.registers.get(RBP, 64)
  machine.memory.store(frame, 8, old, true)
  if (machine.memory.faultAt(top, 8, true) !== undefined) unsupported('enter with room that cannot be reached')
  machine.registers.set(RBP, 64, frame)
  machine.registers.set(RSP, 64, top)
}

/** What moves the top of the stack, without branches. */
export const STACK: Readonly<Record<string, Effect>> = { push, pop, leave, enter }
