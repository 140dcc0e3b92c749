import { CODE_END, CODE_START, FLAG_BITS, TRACED_STEPS } from '../../processor'
import { ANSWER, ENDINGS, KINDS, RUN, STEP, WATCH, WORD } from '../layout'
import * as i from './instructions'
import { CONTEXT, SIGNALS } from './linux'
import type { Piece } from './machineCode'
import { STATE } from './state'

const { RAX, RBX, RCX, RDX, RSI, RDI, R8, R12, R13, R14 } = i

const TOLD_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)

/** The flag that makes the processor stop after each instruction. */
const TRAP_FLAG = 0x100
const BREAKPOINT = 0xcc

/** Every signal comes here, with rdi its number and rdx the state that it interrupted. */
const ON_SIGNAL: readonly Piece[] = [
  i.label('onSignal'),
  i.addressOf(RBX, 'state'),
  i.load(R12, RBX, STATE.run),
  i.load(R13, RBX, STATE.result),
  i.load(RAX, RBX, STATE.running),
  i.applyValue('cmp', RAX, 0),
  i.jumpIf('zero', 'nextRun'), // the harness called itself
  i.applyValue('cmp', RDI, SIGNALS.SIGTRAP),
  i.set(RAX, ENDINGS.fault),
  i.jumpIf('notZero', 'endRun'),
]

/** Where the instruction has run into `int3`: that goes, and was never executed. */
const TAKE_BACK: readonly Piece[] = [
  i.load(RAX, RBX, STATE.caught),
  i.applyValue('cmp', RAX, 0),
  i.jumpIf('zero', 'noteStep'),
  i.set(RAX, 0),
  i.store(RBX, STATE.caught, RAX),
  ...[
    [STATE.place, STATE.byte],
    [STATE.otherPlace, STATE.otherByte],
  ].flatMap(([place = 0, byte = 0]) => [i.load(RDI, RBX, place), i.load(RAX, RBX, byte), i.storeByte(RDI, 0, RAX)]),
  i.load(RAX, RDX, CONTEXT.rip),
  i.applyValue('sub', RAX, 1),
  i.store(RDX, CONTEXT.rip, RAX),
  i.label('noteStep'),
]

/** An instruction was executed: its outcome is written down, over that of the one before if there are too many. */
const NOTE_STEP: readonly Piece[] = [
  i.load(RAX, RBX, STATE.executed),
  i.addressFrom(RCX, RAX, 1),
  i.store(RBX, STATE.executed, RCX),
  i.set(RCX, TRACED_STEPS),
  i.apply('cmp', RAX, RCX),
  i.moveIf('carry', RCX, RAX), // the lesser
  i.multiply(RCX, RCX, STEP.size),
  i.addressFrom(RDI, R13, ANSWER.steps),
  i.apply('add', RDI, RCX),
  ...CONTEXT.registers.flatMap((place, index) => [i.load(RAX, RDX, place), i.store(RDI, STEP.registers + 8 * index, RAX)]),
  i.load(RAX, RDX, CONTEXT.flags),
  i.applyValue('and', RAX, TOLD_FLAGS),
  i.store(RDI, STEP.flags, RAX),
  i.load(RAX, RDX, CONTEXT.rip),
  i.store(RDI, STEP.next, RAX),
]

/** Whether the next instruction may be executed. Only then does the processor ever get to it. */
const CHECK_NEXT: readonly Piece[] = [
  i.label('checkNext'),
  i.load(RCX, RDX, CONTEXT.rip),
  i.load(RAX, R12, RUN.ip),
  i.apply('sub', RCX, RAX), // its offset in the code
  i.set(RAX, ENDINGS.left),
  i.load(RSI, R12, RUN.codeLength),
  i.apply('cmp', RCX, RSI),
  i.jumpIf('notCarry', 'endRun'), // outside: also where it is below the code, for then it wraps around
  i.multiply(RSI, RCX, WATCH.size),
  i.apply('add', RSI, R12),
  i.load(RCX, R12, RUN.watches),
  i.apply('add', RSI, RCX), // how it is watched
  i.loadByte(R8, RSI, WATCH.kind),
  i.applyValue('cmp', R8, KINDS.none),
  i.jumpIf('zero', 'endRun'),
  i.set(RAX, ENDINGS.endless),
  i.load(R14, RBX, STATE.executed),
  i.load(RDI, R12, RUN.budget),
  i.apply('cmp', R14, RDI),
  i.jumpIf('notCarry', 'endRun'),
  i.set(RAX, ENDINGS.forbidden),
  i.applyValue('cmp', R8, KINDS.forbidden),
  i.jumpIf('zero', 'endRun'),
]

/** Changes the flags as the run wants them after this step, if it does. */
const FORCE_FLAGS: readonly Piece[] = [
  i.load(RAX, R12, RUN.forcedCount),
  i.apply('cmp', RAX, R14),
  i.jumpIf('carry', 'watchNext'), // more steps than forced ones
  i.applyValue('cmp', R14, 0),
  i.jumpIf('zero', 'watchNext'), // nothing has been executed yet
  i.multiply(R14, R14, WORD),
  i.apply('add', R14, R12),
  i.load(RAX, RDX, CONTEXT.flags),
  i.load32(RCX, R14, RUN.forced - WORD),
  i.apply('and', RAX, RCX),
  i.load32(RCX, R14, RUN.forced - WORD + 4),
  i.apply('or', RAX, RCX),
  i.store(RDX, CONTEXT.flags, RAX),
]

/** Decides how the next instruction is stopped behind: never by `int3` if it reaches the code region and could read that. */
const WATCH_NEXT: readonly Piece[] = [
  i.label('watchNext'),
  i.load(RAX, RDX, CONTEXT.flags),
  i.applyValue('or', RAX, TRAP_FLAG),
  i.store(RDX, CONTEXT.flags, RAX),
  i.applyValue('cmp', R8, KINDS.caught),
  i.jumpIf('notZero', 'goOn'),
  i.loadByte(RCX, RSI, WATCH.index),
  i.apply('add', RCX, RDX),
  i.load(RDI, RCX, 0),
  i.loadByte(RCX, RSI, WATCH.shift),
  i.shiftLeft(RDI),
  i.loadByte(RCX, RSI, WATCH.base),
  i.apply('add', RCX, RDX),
  i.load(RCX, RCX, 0),
  i.apply('add', RDI, RCX),
  i.loadSigned(RCX, RSI, WATCH.displacement),
  i.apply('add', RDI, RCX), // the address
  i.applyValue('sub', RDI, CODE_START),
  i.set(RCX, CODE_END - CODE_START),
  i.apply('cmp', RDI, RCX),
  i.jumpIf('carry', 'goOn'),
]

/** Puts `int3` at all places that can be next, in the place of the trap flag, and goes on. */
const CATCH_NEXT: readonly Piece[] = [
  i.applyValue('and', RAX, ~TRAP_FLAG),
  i.store(RDX, CONTEXT.flags, RAX),
  i.load(RDI, R12, RUN.ip),
  i.load(RAX, RBX, STATE.toWritable),
  i.apply('add', RDI, RAX),
  ...[
    [WATCH.next, STATE.place, STATE.byte],
    [WATCH.otherNext, STATE.otherPlace, STATE.otherByte],
  ].flatMap(([next = 0, place = 0, byte = 0]) => [
    i.load32(RCX, RSI, next),
    i.apply('add', RCX, RDI),
    i.store(RBX, place, RCX),
    i.loadByte(RAX, RCX, 0),
    i.store(RBX, byte, RAX),
  ]),
  i.set(RAX, BREAKPOINT),
  i.storeByte(RCX, 0, RAX),
  i.load(RCX, RBX, STATE.place),
  i.storeByte(RCX, 0, RAX),
  i.set(RAX, 1),
  i.store(RBX, STATE.caught, RAX),
  i.label('goOn'),
  i.RETURN, // to `signalReturn`, which goes on with the state as it is now
]

/** What is done after every single instruction. */
export const STEPS: readonly Piece[] = [
  ...ON_SIGNAL,
  ...TAKE_BACK,
  ...NOTE_STEP,
  ...CHECK_NEXT,
  ...FORCE_FLAGS,
  ...WATCH_NEXT,
  ...CATCH_NEXT,
]
