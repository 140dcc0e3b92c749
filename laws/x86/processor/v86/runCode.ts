import { CODE_START, DATA_START, type Ending, FLAG_BITS, type Result, type Run, type Step, TRACED_STEPS, WINDOW_BYTES } from '../processor'
import { type InstructionForm, readForm } from './instructionForm'
import { CODE_FILL, type Executed, type Machine, type MachineState } from './machine'
import { accessesSameMemory } from './reach'

const FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)

/** Number of registers that 32-bit code has. The other registers keep their values. */
const LEGACY_REGISTERS = 8
const MAX_UINT32 = 0xffff_ffffn

/**
 * Distance in bytes with which jumps are executed. It distinguishes a taken jump from one that is not taken, and does not lead back
 * into the instruction.
 */
const JUMP_DISTANCE = 0x20

const NOT_FORCED = { clear: 0, set: 0 }

/** Names of faults by interrupt number. */
const FAULTS: Readonly<Record<number, '#DE' | '#UD' | '#GP' | '#PF'>> = { 0: '#DE', 6: '#UD', 13: '#GP', 14: '#PF' }
const PAGE_FAULT = 14

/** State between two instructions. */
interface MutableState extends MachineState {
  /** Address of the next instruction. */
  next: bigint
}

/** Runs code on the machine; undefined if 64-bit code could behave differently. */
export function runCode(machine: Machine, run: Run): Result | undefined {
  const old = run.registers.subarray(0, LEGACY_REGISTERS)
  if (old.some(value => value > MAX_UINT32)) return undefined
  const [codeStart, windowStart] = [run.ip - CODE_START, run.window - DATA_START]
  machine.data.fill(run.fill).set(run.memory, windowStart)
  machine.code.set(run.code, codeStart)
  const state: MutableState = { registers: Uint32Array.from(old, Number), flags: run.flags & FLAGS, next: BigInt(run.ip) }
  const steps: Step[] = []
  let { flags } = state
  const ending = executeAll(machine, run, state, () => {
    flags = state.flags & FLAGS
    if (steps.length < TRACED_STEPS) steps.push(stepOf(run, state, flags))
  })
  machine.code.fill(CODE_FILL, codeStart, codeStart + run.code.length)
  if (ending === undefined) return undefined
  const memory = machine.data.slice(windowStart, windowStart + WINDOW_BYTES)
  machine.data.fill(run.fill, windowStart, windowStart + WINDOW_BYTES)
  return { ending, steps, last: stepOf(run, state, flags), memory, strayed: hasOtherByte(machine.data, run.fill) }
}

/** Returns true if any byte differs from the fill byte. */
function hasOtherByte(bytes: Uint8Array, fill: number): boolean {
  // A loop by index, for speed: this check takes most of the time of a short run.
  for (let index = 0; index < bytes.length; index++) if (bytes[index] !== fill) return true
  return false
}

/** Returns the step with all sixteen registers in 64 bits and the reported flags. */
function stepOf(run: Run, { registers: old, next }: MutableState, flags: number): Step {
  const registers = run.registers.slice()
  for (let number = 0; number < LEGACY_REGISTERS; number++) registers[number] = BigInt(old[number] as number)
  return { registers, flags, next }
}

/** Executes instruction by instruction, and calls `onStep` after each. Returns undefined if 64-bit code could behave differently. */
function executeAll(machine: Machine, run: Run, state: MutableState, onStep: () => void): Ending | undefined {
  const starts = new Set(run.starts)
  const forms = new Map<number, InstructionForm | undefined>()
  for (let executed = 0; ; executed++) {
    const offset = Number(state.next) - run.ip
    if (!starts.has(offset)) return { _tag: 'Left', to: state.next }
    if (executed === run.budget) return { _tag: 'Endless' }
    if (!forms.has(offset)) forms.set(offset, readForm(run.code.subarray(offset)))
    const form = forms.get(offset)
    if (form === undefined || !accessesSameMemory(form, state.registers)) return undefined
    const done = machine.execute(instructionOf(run.code, offset, form), state)
    if (done.distance === 0) return faultOf(state.next, done)
    const distance = distanceOf(run.code, offset, form, done.distance)
    if (distance === undefined) return undefined
    state.next = BigInt.asUintN(64, state.next + BigInt(distance))
    onStep()
    // Forced flags apply to the next instruction. Steps do not report them.
    const { clear, set } = run.forced?.[executed] ?? NOT_FORCED
    state.flags = ((state.flags & ~clear) | set) & FLAGS
  }
}

function instructionOf(code: Uint8Array, offset: number, { length, kind, immediate }: InstructionForm): Uint8Array {
  const instruction = code.slice(offset, offset + length)
  if (kind === 'jump') instruction.fill(0, length - immediate).fill(JUMP_DISTANCE, length - immediate, length - immediate + 1)
  return instruction
}

/** Returns the distance from the start of the instruction to the next one; undefined if the machine read another length. */
function distanceOf(
  code: Uint8Array,
  offset: number,
  { length, kind, immediate }: InstructionForm,
  machineDistance: number,
): number | undefined {
  if (machineDistance === length) return length
  if (kind !== 'jump' || machineDistance !== length + JUMP_DISTANCE) return undefined
  const bytes = new DataView(code.buffer, code.byteOffset + offset + length - immediate)
  return length + (immediate === 1 ? bytes.getInt8(0) : bytes.getInt32(0, true))
}

const faultOf = (at: bigint, { interrupt, address }: Executed): Ending => ({
  _tag: 'Fault',
  fault: FAULTS[interrupt] ?? 'other',
  at,
  address: interrupt === PAGE_FAULT ? BigInt(address) : 0n,
})
