import { DATA_START, WINDOW_BYTES } from '../../processor'
import { ANSWER, CODE_FILL, MAX_STEPS, PAGE_BYTES, RUN, STEP, WORD } from '../layout'
import * as i from './instructions'
import { CONTEXT, callSystem } from './linux'
import type { Piece } from './machineCode'
import { STATE } from './state'

const { RAX, RBX, RCX, RDX, RSI, RDI, R12, R13 } = i

const STANDARD_OUTPUT = 1
/** Stores the ending of the run, which is in rax. */
const NOTE_END: readonly Piece[] = [
  i.label('endRun'),
  i.store(R13, ANSWER.ending, RAX),
  ...(
    [
      [CONTEXT.vector, ANSWER.vector],
      [CONTEXT.rip, ANSWER.at],
      [CONTEXT.faultAddress, ANSWER.address],
    ] as const
  ).flatMap(([from, to]) => [i.load(RAX, RDX, from), i.store(R13, to, RAX)]),
]

/** Stores the window, and checks that the rest of the data page is unchanged. */
const NOTE_MEMORY: readonly Piece[] = [
  i.load(RSI, R12, RUN.window),
  i.addressFrom(RDI, R13, ANSWER.memory),
  i.set(RCX, WINDOW_BYTES / WORD),
  i.COPY_WORDS,
  i.load(RDI, R12, RUN.window),
  i.load(RAX, R12, RUN.fill),
  i.set(RCX, WINDOW_BYTES / WORD),
  i.FILL_WORDS, // now the whole page should hold the fill byte
  i.set(RDI, DATA_START),
  i.set(RCX, PAGE_BYTES / WORD),
  i.COMPARE_WORDS,
  i.set(RAX, 0),
  i.setIf('notZero', RAX),
  i.store(R13, ANSWER.strayed, RAX),
]

/** Finishes the result, so that the next one follows it, and removes the code of the run. */
const CLOSE_RUN: readonly Piece[] = [
  i.load(RAX, RBX, STATE.executed),
  i.store(R13, ANSWER.executed, RAX),
  i.set(RCX, MAX_STEPS),
  i.apply('cmp', RAX, RCX),
  i.moveIf('carry', RCX, RAX), // number of reported steps
  i.multiply(RCX, RCX, STEP.size),
  i.applyValue('add', RCX, ANSWER.steps),
  i.store(R13, ANSWER.size, RCX),
  i.apply('add', R13, RCX),
  i.store(RBX, STATE.result, R13),
  i.load(RDI, R12, RUN.ip),
  i.load(RAX, RBX, STATE.toWritable),
  i.apply('add', RDI, RAX),
  i.set(RAX, CODE_FILL),
  i.load(RCX, R12, RUN.codeLength),
  i.FILL_BYTES,
  i.load(RAX, R12, RUN.size),
  i.apply('add', R12, RAX),
  i.store(RBX, STATE.run, R12),
]

/** Starts the next run, or writes the answer after the last one. Sets the data page and the code. */
const PREPARE_MEMORY: readonly Piece[] = [
  i.label('nextRun'),
  i.load(RAX, RBX, STATE.answer),
  i.apply('cmp', R12, RAX),
  i.jumpIf('zero', 'answer'),
  i.set(RDI, DATA_START),
  i.load(RAX, R12, RUN.fill),
  i.set(RCX, PAGE_BYTES / WORD),
  i.FILL_WORDS,
  i.load(RDI, R12, RUN.window),
  i.addressFrom(RSI, R12, RUN.memory),
  i.set(RCX, WINDOW_BYTES / WORD),
  i.COPY_WORDS,
  i.load(RDI, R12, RUN.ip),
  i.load(RAX, RBX, STATE.toWritable),
  i.apply('add', RDI, RAX),
  i.addressFrom(RSI, R12, RUN.code),
  i.load(RCX, R12, RUN.codeLength),
  i.COPY_BYTES,
]

/** Sets the registers of the run. Vector registers get their values of a new process. */
const PREPARE_REGISTERS: readonly Piece[] = [
  ...CONTEXT.registers.flatMap((place, index) => [i.load(RAX, R12, RUN.registers + 8 * index), i.store(RDX, place, RAX)]),
  i.load(RAX, R12, RUN.flags),
  i.store(RDX, CONTEXT.flags, RAX),
  i.load(RAX, R12, RUN.ip),
  i.store(RDX, CONTEXT.rip, RAX),
  i.set(RAX, 0),
  i.store(RDX, CONTEXT.vectorState, RAX), // no vector state: the kernel resets the vector registers
  i.store(RBX, STATE.executed, RAX),
  i.set(RAX, 1),
  i.store(RBX, STATE.running, RAX),
  i.jump('checkNext'),
]

/** Writes the answer after all runs, and exits. */
const WRITE_ANSWER: readonly Piece[] = [
  i.label('answer'),
  i.move(RSI, RAX),
  i.move(RDX, R13),
  i.apply('sub', RDX, RSI),
  i.label('writeRest'),
  ...callSystem('write', STANDARD_OUTPUT),
  i.label('behindWrite'),
  i.applyValue('cmp', RAX, 0),
  i.jumpIf('negative', 'exit'),
  i.apply('add', RSI, RAX),
  i.apply('sub', RDX, RAX),
  i.jumpIf('notZero', 'writeRest'),
  i.label('exit'),
  ...callSystem('exit_group', 0),
  i.label('behindExit'),
]

/** Returns from a signal into the current state. */
const SIGNAL_RETURN: readonly Piece[] = [i.label('signalReturn'), ...callSystem('rt_sigreturn'), i.label('behindSignalReturn')]

/** Code from the end of one run to the start of the next. */
export const TURNS: readonly Piece[] = [
  ...NOTE_END,
  ...NOTE_MEMORY,
  ...CLOSE_RUN,
  ...PREPARE_MEMORY,
  ...PREPARE_REGISTERS,
  ...WRITE_ANSWER,
  ...SIGNAL_RETURN,
]
