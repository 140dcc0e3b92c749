import { CODE_END, CODE_START, DATA_END, DATA_START } from '../processor'
import * as at from './layout'
import { setUp } from './setUp'
import { instantiate } from './wasmModule'

/** Registers and flags between two instructions. */
export interface MachineState {
  /** eax, ecx, edx, ebx, esp, ebp, esi, edi. */
  readonly registers: Uint32Array
  /** All of EFLAGS. */
  flags: number
}

/** What became of one instruction. */
export interface Executed {
  /** How far behind its first byte the processor went on; 0 where it faulted. */
  readonly moved: number
  /** The number of the interrupt that ended it. */
  readonly interrupt: number
  /** The last address that could not be reached. */
  readonly address: number
}

/** A 32-bit processor that executes one instruction a call. */
export interface Machine {
  /** The page of data, as it stands. */
  readonly data: Uint8Array
  /** The pages of code, as they can be read: what is executed is given to `execute`. */
  readonly code: Uint8Array
  /** Executes one instruction, and changes the state as it does. */
  readonly execute: (instruction: Uint8Array, state: MachineState) => Executed
}

/** What stands in the code region wherever nothing else does: `int3`. */
export const CODE_FILL = 0xcc

/** Where v86 keeps the state of its processor. */
const FIELDS = { registers: 64, instructionPointer: 556, pageFaultAddress: 588, halted: 616, memorySize: 812 } as const

/** The register that is the stack pointer. */
const STACK_POINTER = 4
/** What an interrupt leaves on the stack, from the end: where, in which segment, the flags, and the stack it came from. */
const FRAME = at.STACK_END - 20
const FRAME_FLAGS = FRAME + 8
const FRAME_STACK = FRAME + 12
/** Halting is not for runs: wherever one goes on to, it is interrupted there. */
const HALT = 0xf4
/** So many bytes behind an instruction it may jump. */
const REACH = 0x80

/** Starts the machine in 32-bit code with pages, as layout.ts has it. */
export async function startMachine(wasm: Uint8Array): Promise<Machine> {
  const exports = await instantiate(wasm)
  exports.rust_init()
  new DataView(exports.memory.buffer).setUint32(FIELDS.memorySize, at.MEMORY_SIZE, true)
  const start = exports.allocate_memory(at.MEMORY_SIZE)
  // Compiled code would outlive the bytes that it was compiled from, which are written behind the back of v86.
  exports.set_jit_config(0, 1)
  exports.reset_cpu()
  // Allocating replaces the buffer: no view from before is of use.
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

/** Prepares what looks like the return to the run from an interrupt: it sets all there is to set at once. */
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

/** Reads the state that was interrupted, after the instruction or, where it faulted, before it. */
function leave(fields: DataView, memory: DataView, state: MachineState): Executed {
  const { registers } = state
  for (let number = 0; number < registers.length; number++) {
    registers[number] = fields.getUint32(FIELDS.registers + number * 4, true)
  }
  registers[STACK_POINTER] = memory.getUint32(FRAME_STACK, true)
  state.flags = memory.getUint32(FRAME_FLAGS, true)
  return {
    moved: memory.getUint32(FRAME, true) - at.SCRATCH,
    // A handler is one byte, and that byte has been executed.
    interrupt: fields.getUint32(FIELDS.instructionPointer, true) - at.HANDLERS - 1,
    address: fields.getUint32(FIELDS.pageFaultAddress, true),
  }
}
