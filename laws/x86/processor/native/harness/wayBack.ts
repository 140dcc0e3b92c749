import * as i from './instructions'
import { CONTEXT } from './linux'
import type { Piece } from './machineCode'
import { STATE } from './state'

const { RAX, RBX, RCX, RDX, RSP, RSI, RDI, R8, R12, R13 } = i

/** Bytes of `jmp qword ptr [rip]`. The target address follows them. */
const JUMP = 0x25ff
const ADDRESS = 6

/** Possible addresses of the next instruction, and the label to which the code jumps back from each. */
const WAYS = [
  [STATE.place, 'cameNext'],
  [STATE.otherPlace, 'cameOther'],
] as const

/**
 * Puts a jump back at both possible addresses of the next instruction, and lets the instruction run. This avoids a signal, which costs
 * some microseconds in a virtual machine. Tested code cannot read the target of the jump, because it is in place during this one instruction.
 */
const LEAD_BACK: readonly Piece[] = [
  i.label('leadBack'),
  i.set(RDI, JUMP),
  ...WAYS.flatMap(([place, way]) => [i.load(RCX, RBX, place), i.addressOf(RAX, way), i.store(RCX, 0, RDI), i.store(RCX, ADDRESS, RAX)]),
  i.store(RBX, STATE.watch, R8),
  i.set(RAX, 1),
  i.store(RBX, STATE.executing, RAX),
]

/** Continues with the current state. The bytes were written through another address, so `iretq` makes the processor fetch them again. */
const ENTER: readonly Piece[] = [
  i.addressOf(RSP, 'ownStack'),
  i.loadWord(RAX, RDX, CONTEXT.stackSegment),
  i.push(RAX),
  ...[CONTEXT.registers[RSP] as number, CONTEXT.flags].flatMap(place => [i.load(RAX, RDX, place), i.push(RAX)]),
  i.loadWord(RAX, RDX, CONTEXT.codeSegment),
  i.push(RAX),
  i.load(RAX, RDX, CONTEXT.rip),
  i.push(RAX),
  ...CONTEXT.registers.flatMap((place, register) => (register === RSP || register === RDX ? [] : [i.load(register, RDX, place)])),
  i.load(RDX, RDX, CONTEXT.registers[RDX] as number),
  i.INTERRUPT_RETURN,
]

const SAVED_REGISTERS = [RAX, RBX, RCX] as const

/** Receives the code that jumps back. No register is free, and the code's own stack may not be used. */
const COME_BACK: readonly Piece[] = [
  ...WAYS.flatMap(([place, way]) => [
    i.label(way),
    i.storeAt('stackPointer', RSP),
    i.addressOf(RSP, 'ownStack'),
    i.PUSH_FLAGS,
    ...SAVED_REGISTERS.map(i.push),
    i.set(RAX, place),
    i.jump('cameBack'),
  ]),
  i.label('cameBack'),
  i.addressOf(RBX, 'state'),
  i.load(RCX, RBX, STATE.context),
  ...CONTEXT.registers.flatMap((place, register) =>
    register === RSP || SAVED_REGISTERS.includes(register as 0) ? [] : [i.store(RCX, place, register)],
  ),
  i.move(RDX, RCX),
  i.apply('add', RAX, RBX),
  i.load(RSI, RAX, 0),
  i.load(RAX, RBX, STATE.toWritable),
  i.apply('sub', RSI, RAX),
  i.store(RDX, CONTEXT.rip, RSI),
  ...[...SAVED_REGISTERS].reverse().flatMap(register => [i.pop(RAX), i.store(RDX, CONTEXT.registers[register] as number, RAX)]),
  i.pop(RAX),
  i.store(RDX, CONTEXT.flags, RAX),
  i.load(RAX, RBX, STATE.stackPointer),
  i.store(RDX, CONTEXT.registers[RSP] as number, RAX),
  i.CLEAR_FLAGS,
]

/** Continues as if a signal had followed the instruction. */
const AS_BEHIND_SIGNAL: readonly Piece[] = [
  i.load(RSP, RBX, STATE.frame),
  i.load(R12, RBX, STATE.run),
  i.load(R13, RBX, STATE.result),
  i.set(RAX, 0),
  i.store(RBX, STATE.executing, RAX),
  i.call('takeBack'),
  i.jump('noteStep'),
]

/** Code that executes an instruction without a signal. */
export const WAY_BACK: readonly Piece[] = [...LEAD_BACK, ...ENTER, ...COME_BACK, ...AS_BEHIND_SIGNAL]
