import { CODE_END, CODE_START, DATA_START } from '../../processor'
import { ANSWER_HEAD, CODE_FILL, INPUT_HEAD, PAGE_BYTES } from '../layout'
import { FILTER_LENGTH, fillInFilter } from './filter'
import * as i from './instructions'
import { callSystem, LIMITS, MAP, PRCTL, SIGNALS } from './linux'
import type { Piece } from './machineCode'
import { SIGNAL_STACK_BYTES, STATE } from './state'

const { RAX, RBX, RCX, RDX, RSP, RSI, RDI, R8, R9, R10, R12, R13, R14, R15 } = i

const CODE_BYTES = CODE_END - CODE_START
const SIGKILL = 9
const STANDARD_INPUT = 0
const STANDARD_ERROR = 2
const FIRST_OTHER_FILE = 3
const ALL_FILES = 0xffff_ffff
const NO_FILE = 0xffff_ffff

/**
 * SA_SIGINFO, SA_RESTORER, SA_ONSTACK, SA_NODEFER. The handler receives the state, has its own stack, and returns by our restorer.
 * Signals are not deferred in the handler, because it runs tested code without returning.
 */
const ACTION_FLAGS = 0x4 | 0x0400_0000 | 0x0800_0000 | 0x4000_0000
const SIGNAL_SET_BYTES = 8
const SECCOMP_SET_FILTER = 1
/** SECCOMP_FILTER_FLAG_SPEC_ALLOW: the process holds no secrets, and the speculation protection would slow every step. */
const SECCOMP_FLAGS = 4

/** Isolates the process: only input and output stay open, it dies with its parent, gains no privileges and writes no core dump. */
const ISOLATE: readonly Piece[] = [
  i.addressOf(RBX, 'state'), // rbx keeps it until the runs begin
  i.move(R12, RSP), // the lowest address in use on the stack
  i.load(R13, RSP, 8), // the name of the program: near its upper end
  ...callSystem('close', STANDARD_ERROR),
  ...callSystem('close_range', FIRST_OTHER_FILE, ALL_FILES, 0),
  ...callSystem('prctl', PRCTL.deathSignal, SIGKILL, 0, 0, 0),
  ...callSystem('prctl', PRCTL.noNewPrivileges, 1, 0, 0, 0),
  ...callSystem('prctl', PRCTL.dumpable, 0, 0, 0, 0),
]

/**
 * Converts a random number to an address for a mapping: 46 bits, at the start of a page, and so high that no 32-bit address in tested
 * code reaches it.
 */
const boundToAddress = (register: number): readonly Piece[] => [
  i.shiftRight(register, 30),
  i.applyValue('or', register, 0x4000_0000),
  i.multiply(register, register, 0x1000),
]

/** Maps the code region twice, executable at its address and writable at a random one, and maps the data page. */
const MAP_REGIONS: readonly Piece[] = [
  i.addressFrom(RDI, RBX, STATE.random),
  ...callSystem('getrandom', undefined, 16, 0),
  i.addressFrom(RDI, RBX, STATE.noLimit), // an empty name
  ...callSystem('memfd_create', undefined, 0),
  i.move(R14, RAX), // file descriptor of the memory that both mappings share
  i.move(RDI, R14),
  ...callSystem('ftruncate', undefined, CODE_BYTES),
  i.load(RDI, RBX, STATE.random),
  ...boundToAddress(RDI),
  i.move(R8, R14),
  ...callSystem('mmap', undefined, CODE_BYTES, MAP.read | MAP.write, MAP.shared | MAP.populate, undefined, 0),
  i.applyValue('cmp', RAX, 0),
  i.jumpIf('negative', 'failed'), // negative: an error, not an address
  i.move(R15, RAX),
  i.applyValue('sub', RAX, CODE_START),
  i.store(RBX, STATE.toWritable, RAX),
  i.move(R8, R14),
  ...callSystem('mmap', CODE_START, CODE_BYTES, MAP.read | MAP.execute, MAP.shared | MAP.fixedNoReplace | MAP.populate, undefined, 0),
  i.applyValue('cmp', RAX, CODE_START),
  i.jumpIf('notZero', 'failed'),
  i.move(RDI, R14),
  ...callSystem('close'),
  ...callSystem(
    'mmap',
    ...[DATA_START, PAGE_BYTES, MAP.read | MAP.write, MAP.private | MAP.anonymous | MAP.fixedNoReplace | MAP.populate, NO_FILE, 0],
  ),
  i.applyValue('cmp', RAX, DATA_START),
  i.jumpIf('notZero', 'failed'),
  i.move(RDI, R15),
  i.set(RAX, CODE_FILL),
  i.set(RCX, CODE_BYTES),
  i.FILL_BYTES,
]

/** Reads all runs into memory at a random address, with room for the answer after them. */
const READ_RUNS: readonly Piece[] = [
  i.addressFrom(RSI, RBX, STATE.inputHead),
  i.set(RDX, INPUT_HEAD.size),
  i.call('readAll'),
  i.load(RDI, RBX, STATE.random + 8),
  ...boundToAddress(RDI),
  i.load(RSI, RBX, STATE.inputHead + INPUT_HEAD.runs),
  i.load(RAX, RBX, STATE.inputHead + INPUT_HEAD.answer),
  i.apply('add', RSI, RAX),
  ...callSystem('mmap', undefined, undefined, MAP.read | MAP.write, MAP.private | MAP.anonymous, NO_FILE, 0),
  i.applyValue('cmp', RAX, 0),
  i.jumpIf('negative', 'failed'),
  i.store(RBX, STATE.run, RAX),
  i.move(RSI, RAX),
  i.load(RDX, RBX, STATE.inputHead + INPUT_HEAD.runs),
  i.apply('add', RAX, RDX),
  i.store(RBX, STATE.answer, RAX),
  i.applyValue('add', RAX, ANSWER_HEAD.size),
  i.store(RBX, STATE.result, RAX),
  i.call('readAll'),
]

/** Installs the signal handler on a separate stack and unmaps the initial stack, which reveals addresses. */
const HANDLE_SIGNALS: readonly Piece[] = [
  i.addressOf(RAX, 'signalStack'),
  i.store(RBX, STATE.signalStack, RAX),
  i.set(RAX, SIGNAL_STACK_BYTES),
  i.store(RBX, STATE.signalStack + 16, RAX),
  i.addressFrom(RDI, RBX, STATE.signalStack),
  ...callSystem('sigaltstack', undefined, 0),
  i.addressOf(RAX, 'onSignal'),
  i.store(RBX, STATE.action, RAX),
  i.set(RAX, ACTION_FLAGS),
  i.store(RBX, STATE.action + 8, RAX),
  i.addressOf(RAX, 'signalReturn'),
  i.store(RBX, STATE.action + 16, RAX),
  ...Object.values(SIGNALS).flatMap(signal => [
    i.addressFrom(RSI, RBX, STATE.action),
    ...callSystem('rt_sigaction', signal, undefined, 0, SIGNAL_SET_BYTES),
  ]),
  i.applyValue('and', R12, -0x1000),
  i.applyValue('sub', R12, 0x4_0000),
  i.applyValue('or', R13, 0xfff),
  i.move(RDI, R12),
  i.addressFrom(RSI, R13, 1),
  i.apply('sub', RSI, R12),
  ...callSystem('munmap'),
]

/** Sets resource limits, which protect even if the kernel accepts no filter: no files, no processes, no more memory, some seconds. */
const LIMIT: readonly Piece[] = [
  ...(['core', 'fileBytes', 'openFiles', 'processes', 'addressSpace'] as const).flatMap(limit => [
    i.addressFrom(RSI, RBX, STATE.noLimit),
    ...callSystem('setrlimit', LIMITS[limit]),
  ]),
  i.addressFrom(RSI, RBX, STATE.timeLimit),
  ...callSystem('setrlimit', LIMITS.cpuSeconds),
]

/** Installs the filter of system calls and stores the result of `seccomp` in the answer. */
const FILTER_CALLS: readonly Piece[] = [
  i.addressOf(R9, 'filter'),
  ...fillInFilter(R9),
  i.set(RAX, FILTER_LENGTH),
  i.store(RBX, STATE.program, RAX),
  i.store(RBX, STATE.program + 8, R9),
  i.addressFrom(RDX, RBX, STATE.program),
  ...callSystem('seccomp', SECCOMP_SET_FILTER, SECCOMP_FLAGS),
  i.load(R10, RBX, STATE.answer),
  i.store(R10, ANSWER_HEAD.seccomp, RAX),
]

/** Reads rdx bytes to rsi. */
const READ_ALL: readonly Piece[] = [
  i.label('readAll'),
  ...callSystem('read', STANDARD_INPUT),
  i.applyValue('cmp', RAX, 0),
  i.jumpIf('zero', 'failed'),
  i.jumpIf('negative', 'failed'),
  i.apply('add', RSI, RAX),
  i.apply('sub', RDX, RAX),
  i.jumpIf('notZero', 'readAll'),
  i.RETURN,
]

/** Code from the first instruction of the process to the first signal, whose handler starts the first run. */
export const START_UP: readonly Piece[] = [
  ...ISOLATE,
  ...MAP_REGIONS,
  ...READ_RUNS,
  ...HANDLE_SIGNALS,
  ...LIMIT,
  ...FILTER_CALLS,
  i.TRAP,
  i.label('failed'),
  ...callSystem('exit_group', 1),
  ...READ_ALL,
]
