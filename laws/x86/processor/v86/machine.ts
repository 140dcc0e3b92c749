import { CODE_END, CODE_START, DATA_END, DATA_START } from '../processor'
import * as at from './layout'
import { setUp } from './setUp'
import { instantiate } from './wasmModule'

/** Registers and flags between two instructions. `execute` changes them in place. */
export interface MachineState {
  /** Values of eax, ecx, edx, ebx, esp, ebp, esi, edi. */
  readonly registers: Uint32Array
  /** EFLAGS. */
  flags: number
}

/** Outcome of one instruction. */
export interface Executed {
  /** Distance in bytes from the instruction to the next one; 0 if it faulted. */
  readonly distance: number
  /** Number of the interrupt that ended it. */
  readonly interrupt: number
  /** Last address that could not be accessed. */
  readonly address: number
}

/** 32-bit processor that executes one instruction per call. */
export interface Machine {
  /** Current data page. */
  readonly data: Uint8Array
  /** Code pages as data that runs can read. The instruction to execute is passed to `execute` instead. */
  readonly code: Uint8Array
  /** Executes one instruction and updates the state. */
  readonly execute: (instruction: Uint8Array, state: MachineState) => Executed
}

/** Byte that fills the unused part of the code region: `int3`. */
export const CODE_FILL = 0xcc

/** Offsets in bytes at which v86 stores the state of its processor. */
const FIELDS = { registers: 64, instructionPointer: 556, pageFaultAddress: 588, halted: 616, memorySize: 812 } as const

/** Register number of the stack pointer. */
const STACK_POINTER = 4
/** Interrupt frame on the stack: address, code segment, flags, and the stack pointer and segment of the interrupted code. */
const FRAME = at.STACK_END - 20
const FRAME_FLAGS = FRAME + 8
const FRAME_STACK = FRAME + 12
/** Opcode of `hlt`. Runs may not execute it, so the processor is interrupted regardless of where the instruction continues. */
const HALT = 0xf4
/**
 * Bytes from the start of the instruction that are filled with `hlt`. An instruction continues within them, because jumps are
 * executed with a distance of 0x20.
 */
const REACH = 0x80

/** Starts the machine in 32-bit mode with paging, with the layout of layout.ts. */
export async function startMachine(wasm: Uint8Array): Promise<Machine> {
  const exports = await instantiate(wasm)
  exports.rust_init()
  new DataView(exports.memory.buffer).setUint32(FIELDS.memorySize, at.MEMORY_SIZE, true)
  const start = exports.allocate_memory(at.MEMORY_SIZE)
  // Disables the JIT compiler: v86 does not see our writes, so compiled code would outlive the bytes it was compiled from.
  exports.set_jit_config(0, 1)
  exports.reset_cpu()
  // The allocation replaces the buffer, so earlier views are detached.
  const { buffer } = exports.memory
  const memory = new DataView(buffer, start, at.MEMORY_SIZE)
  const fields = new DataView(buffer)
  setUp(memory)
  exports.main_loop()
  const bytes = new Uint8Array(buffer, start, at.MEMORY_SIZE)
  return {
    data: bytes.subarray(at.DATA_MEMORY, at.DATA_MEMORY + DATA_END - DATA_START),
    code: bytes.subarray(at.CODE_MEMORY, at.CODE_MEMORY + CODE_END - CODE_START).fill(CODE_FILL),
    execute: (instruction, state) => {
      bytes.fill(HALT, at.SCRATCH_MEMORY, at.SCRATCH_MEMORY + REACH)
      bytes.set(instruction, at.SCRATCH_MEMORY)
      enter(fields, memory, state)
      exports.main_loop()
      return leave(fields, memory, state)
    },
  }
}

/** Builds an interrupt frame whose `iret` enters the run. One `iret` sets the address, segments, flags and stack pointer together. */
function enter(fields: DataView, memory: DataView, { registers, flags }: MachineState): void {
  for (let number = 0; number < registers.length; number++) {
    fields.setUint32(FIELDS.registers + number * 4, registers[number] as number, true)
  }
  const frame = [at.SCRATCH, at.RUN_CODE, flags, registers[STACK_POINTER] as number, at.RUN_DATA]
  for (const [index, value] of frame.entries()) memory.setUint32(FRAME + index * 4, value, true)
  fields.setUint32(FIELDS.registers + STACK_POINTER * 4, FRAME, true)
  fields.setUint32(FIELDS.instructionPointer, at.ENTRY, true)
  fields.setUint8(FIELDS.halted, 0)
}

/** Reads the interrupted state: the state after the instruction, or before it if it faulted. */
function leave(fields: DataView, memory: DataView, state: MachineState): Executed {
  const { registers } = state
  for (let number = 0; number < registers.length; number++) {
    registers[number] = fields.getUint32(FIELDS.registers + number * 4, true)
  }
  registers[STACK_POINTER] = memory.getUint32(FRAME_STACK, true)
  state.flags = memory.getUint32(FRAME_FLAGS, true)
  return {
    distance: memory.getUint32(FRAME, true) - at.SCRATCH,
    // A handler is one byte long, and that byte has been executed.
    interrupt: fields.getUint32(FIELDS.instructionPointer, true) - at.HANDLERS - 1,
    address: fields.getUint32(FIELDS.pageFaultAddress, true),
  }
}
