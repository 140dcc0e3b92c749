import { CODE_END, CODE_START, FLAG_BITS, TRACED_STEPS } from '../../processor'
import { ANSWER, ENDINGS, KINDS, RUN, STEP, WATCH, WORD } from '../layout'
import * as i from './instructions'
import { CONTEXT, SIGNALS } from './linux'
import type { Piece } from './machineCode'
import { STATE } from './state'

const { RAX, RBX, RCX, RDX, RSP, RSI, RDI, R8, R12, R13, R14 } = i

const REPORTED_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)

/** Flag that makes the processor trap after each instruction. */
const TRAP_FLAG = 0x100
const BREAKPOINT = 0xcc

/** Handles every signal. rdi is its number, rdx the interrupted state. */
const ON_SIGNAL: readonly Piece[] = [
  i.label('onSignal'),
  i.addressOf(RBX, 'state'),
  i.store(RBX, STATE.frame, RSP),
  i.store(RBX, STATE.context, RDX),
  i.load(R12, RBX, STATE.run),
  i.load(R13, RBX, STATE.result),
  i.load(RAX, RBX, STATE.running),
  i.applyValue('cmp', RAX, 0),
  i.jumpIf('zero', 'nextRun'), // the harness raised the signal itself
  i.load(RAX, RBX, STATE.executing),
  i.applyValue('cmp', RAX, 0),
  i.jumpIf('zero', 'failed'),
  i.set(RAX, 0),
  i.store(RBX, STATE.executing, RAX),
  i.load(R8, RBX, STATE.watch),
  i.applyValue('cmp', R8, KINDS.caught),
  i.jumpIf('carry', 'noteSignal'), // no bytes were overwritten
  i.call('takeBack'),
  i.label('noteSignal'),
  i.applyValue('cmp', RDI, SIGNALS.SIGTRAP),
  i.set(RAX, ENDINGS.fault),
  i.jumpIf('notZero', 'endRun'),
  i.applyValue('cmp', R8, KINDS.caught),
  i.jumpIf('notZero', 'noteStep'),
  i.load(RAX, RDX, CONTEXT.rip),
  i.applyValue('sub', RAX, 1), // as if `int3` had not been executed
  i.store(RDX, CONTEXT.rip, RAX),
  i.label('noteStep'),
]

/** Stores the state after an executed instruction. After the traced steps, each overwrites the one before. */
const NOTE_STEP: readonly Piece[] = [
  i.load(RAX, RBX, STATE.executed),
  i.addressFrom(RCX, RAX, 1),
  i.store(RBX, STATE.executed, RCX),
  i.set(RCX, TRACED_STEPS),
  i.apply('cmp', RAX, RCX),
  i.moveIf('carry', RCX, RAX), // the minimum
  i.multiply(RCX, RCX, STEP.size),
  i.addressFrom(RDI, R13, ANSWER.steps),
  i.apply('add', RDI, RCX),
  ...CONTEXT.registers.flatMap((place, index) => [i.load(RAX, RDX, place), i.store(RDI, STEP.registers + 8 * index, RAX)]),
  i.load(RAX, RDX, CONTEXT.flags),
  i.applyValue('and', RAX, REPORTED_FLAGS),
  i.store(RDI, STEP.flags, RAX),
  i.load(RAX, RDX, CONTEXT.rip),
  i.store(RDI, STEP.next, RAX),
]

/** Checks that the next instruction may be executed, before the processor reaches it; else ends the run. */
const CHECK_NEXT: readonly Piece[] = [
  i.label('checkNext'),
  i.load(RCX, RDX, CONTEXT.rip),
  i.load(RAX, R12, RUN.ip),
  i.apply('sub', RCX, RAX), // its offset in the code
  i.set(RAX, ENDINGS.left),
  i.load(RSI, R12, RUN.codeLength),
  i.apply('cmp', RCX, RSI),
  i.jumpIf('notCarry', 'endRun'), // outside the code: an address below it wraps around to a large offset
  i.multiply(RSI, RCX, WATCH.size),
  i.apply('add', RSI, R12),
  i.load(RCX, R12, RUN.watches),
  i.apply('add', RSI, RCX), // its `WATCH`
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

/** Applies the forced flags of the run after this step, if it has any. */
const FORCE_FLAGS: readonly Piece[] = [
  i.load(RAX, R12, RUN.forcedCount),
  i.apply('cmp', RAX, R14),
  i.jumpIf('carry', 'watchNext'), // more steps than forced ones
  i.applyValue('cmp', R14, 0),
  i.jumpIf('zero', 'watchNext'), // no instruction has been executed yet
  i.multiply(R14, R14, WORD),
  i.apply('add', R14, R12),
  i.load(RAX, RDX, CONTEXT.flags),
  i.load32(RCX, R14, RUN.forced - WORD),
  i.apply('and', RAX, RCX),
  i.load32(RCX, R14, RUN.forced - WORD + 4),
  i.apply('or', RAX, RCX),
  i.store(RDX, CONTEXT.flags, RAX),
]

/** Decides how to stop after the next instruction. If it accesses the code region, it could read overwritten bytes, so it is stepped. */
const WATCH_NEXT: readonly Piece[] = [
  i.label('watchNext'),
  i.load(RAX, RDX, CONTEXT.flags),
  i.applyValue('or', RAX, TRAP_FLAG),
  i.store(RDX, CONTEXT.flags, RAX),
  i.applyValue('cmp', R8, KINDS.caught),
  i.jumpIf('carry', 'goOn'),
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
  i.set(RCX, KINDS.stepped),
  i.moveIf('carry', R8, RCX),
  i.jumpIf('carry', 'goOn'),
  i.applyValue('and', RAX, ~TRAP_FLAG),
  i.store(RDX, CONTEXT.flags, RAX),
]

const PLACES = [
  [WATCH.next, STATE.place, STATE.bytes],
  [WATCH.otherNext, STATE.otherPlace, STATE.otherBytes],
] as const

/** Saves the original bytes at both possible addresses of the next instruction. */
const SAVE_PLACES: readonly Piece[] = [
  i.load(RDI, R12, RUN.ip),
  i.load(RAX, RBX, STATE.toWritable),
  i.apply('add', RDI, RAX),
  ...PLACES.flatMap(([next, place, bytes]) => [
    i.loadSigned(RCX, RSI, next),
    i.apply('add', RCX, RDI),
    i.store(RBX, place, RCX),
    ...[0, WORD].flatMap(at => [i.load(RAX, RCX, at), i.store(RBX, bytes + at, RAX)]),
  ]),
  i.applyValue('cmp', R8, KINDS.returning),
  i.jumpIf('zero', 'leadBack'),
]

/** Puts `int3` at both possible addresses of the next instruction, and continues. */
const CATCH_NEXT: readonly Piece[] = [
  i.set(RAX, BREAKPOINT),
  ...PLACES.flatMap(([, place]) => [i.load(RCX, RBX, place), i.storeByte(RCX, 0, RAX)]),
  i.label('goOn'),
  i.store(RBX, STATE.watch, R8),
  i.set(RAX, 1),
  i.store(RBX, STATE.executing, RAX),
  i.RETURN, // to `signalReturn`, which continues with the current state
]

/** Restores the original bytes at both possible addresses of the next instruction. */
const RESTORE_PLACES: readonly Piece[] = [
  i.label('takeBack'),
  ...PLACES.flatMap(([, place, bytes]) => [
    i.load(RCX, RBX, place),
    ...[0, WORD].flatMap(at => [i.load(RAX, RBX, bytes + at), i.store(RCX, at, RAX)]),
  ]),
  i.RETURN,
]

/** Code that runs after every instruction. */
export const STEPS: readonly Piece[] = [
  ...ON_SIGNAL,
  ...NOTE_STEP,
  ...CHECK_NEXT,
  ...FORCE_FLAGS,
  ...WATCH_NEXT,
  ...SAVE_PLACES,
  ...CATCH_NEXT,
  ...RESTORE_PLACES,
]
