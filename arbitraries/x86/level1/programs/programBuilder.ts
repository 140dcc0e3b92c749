import type { Choose } from '../../../choiceSequence'
import { Execution } from '../../interpreter/execute'
import { formOf } from '../../interpreter/formOf'
import type { Instruction } from '../../interpreter/instruction'
import type { Assumption, Fault, ExecutionOptions, Outcome } from '../../interpreter/outcome'
import { FLAGS, type Flag, type Memory, type State } from '../../interpreter/state'
import { drawValue } from './values'

/** Page that holds all data. */
export const DATA = { start: 0x2_0000, end: 0x2_1000 } as const
/** Mapped ranges: the data page alone. The interpreter needs no memory for the code. */
export const MAPPED: ExecutionOptions['mapped'] = [{ start: BigInt(DATA.start), end: BigInt(DATA.end) }]

/** Number of bytes with a value before it is known which of them are read. */
const AREA_BYTES = 128
/** Middle of these bytes, where operands are drawn. Strings and the stack extend from there. */
const OPERAND_RANGE = { from: 40, bytes: 48 } as const

/** Outcome of a program that ran to its end or to a fault. */
type CompletedOutcome = Extract<Outcome, { readonly _tag: 'Ran' | 'Fault' }>

const ASKED_FAULTS: readonly Fault[] = ['#DE', '#UD', '#PF']

/** Memory in which some adjacent bytes are known. */
class KnownBytes implements Memory {
  constructor(
    private readonly start: number,
    private readonly bytes: Uint8Array,
  ) {}

  get(address: bigint): number | undefined {
    return this.bytes[Number(address) - this.start]
  }

  *[Symbol.iterator](): Iterator<readonly [address: bigint, byte: number]> {
    for (const [offset, byte] of this.bytes.entries()) yield [BigInt(this.start + offset), byte]
  }
}

/** Program under construction, with an initial state from which it runs. Values that nothing has used yet can still be set. */
export class ProgramBuilder {
  readonly instructions: Instruction[] = []
  /** Value that the question states for a flag that one instruction leaves undefined and a later one reads. */
  assumed: Assumption | undefined
  /** Address of the first byte with a value. */
  readonly areaStart: number
  readonly ip: number
  /** Initial state. */
  readonly state: State
  private readonly registers: bigint[]
  private readonly flags: Partial<Record<Flag, boolean>>
  private readonly memory = new Uint8Array(AREA_BYTES)
  private result: CompletedOutcome
  private execution: Execution

  constructor(private readonly choose: Choose) {
    this.ip = 0x40_0000 + choose.integer(0, 0xff00)
    this.areaStart = DATA.start + 16 * choose.integer(0, (DATA.end - DATA.start - AREA_BYTES) / 16)
    this.registers = Array.from({ length: 16 }, () => drawValue(choose))
    this.flags = Object.fromEntries(FLAGS.map(flag => [flag, flag === 'DF' ? choose.integer(0, 7) === 7 : choose.boolean()]))
    const words = new DataView(this.memory.buffer)
    for (let at = 0; at < AREA_BYTES; at += 4) words.setUint32(at, Number(choose.bits(32)), true)
    this.state = { registers: this.registers, flags: this.flags, memory: new KnownBytes(this.areaStart, this.memory) }
    const { execution, outcome } = this.run([])
    this.execution = execution
    this.result = outcome as CompletedOutcome
  }

  get outcome(): CompletedOutcome {
    return this.result
  }

  /** Returns the value of a register after the current instructions. */
  value(register: number): bigint {
    return (this.isFresh(register) ? this.registers[register] : this.result.state.registers[register]) as bigint
  }

  /** Returns true if nothing depends on the initial value of a register yet. */
  isFresh(register: number): boolean {
    const { reads, merges, writes } = this.result
    return !reads.registers.has(register) && !merges.registers.has(register) && !writes.registers.has(register)
  }

  /** Sets the initial value of a fresh register. Returns false if the register is not fresh. */
  setInitialValue(register: number, value: bigint): boolean {
    if (!this.isFresh(register)) return false
    this.registers[register] = BigInt.asUintN(64, value)
    this.execution.setInitialValue(register, BigInt.asUintN(64, value))
    return true
  }

  /** Does the same for eight bytes of memory. */
  setInitialMemory(address: bigint, value: bigint): boolean {
    const from = Number(address) - this.areaStart
    const { reads, writes } = this.result
    for (let offset = 0; offset < 8; offset++) {
      const byte = address + BigInt(offset)
      if (reads.memory.has(byte) || writes.memory.has(byte) || this.memory[from + offset] === undefined) return false
    }
    new DataView(this.memory.buffer).setBigUint64(from, value, true)
    return true
  }

  /** Returns true if a register points into memory with values. */
  isPointer(register: number): boolean {
    const value = this.value(register)
    return value >= BigInt(this.areaStart) && value < BigInt(this.areaStart + AREA_BYTES)
  }

  /** Draws an address in the middle of the area with room for a number of bytes. */
  drawAddress(bytes: number): number {
    return this.areaStart + OPERAND_RANGE.from + this.choose.integer(0, OPERAND_RANGE.bytes - bytes)
  }

  /**
   * Adds an instruction that exists and runs. With `assumesFlag`, it may also read an undefined flag, whose value is then
   * assumed.
   */
  add(instruction: Instruction | undefined, assumesFlag = false): boolean {
    if (instruction === undefined || formOf(instruction) === undefined) return false
    // Any instruction may follow a fault, because it is not executed.
    if (this.result._tag === 'Fault') {
      this.instructions.push(instruction)
      return true
    }
    let next = this.execution.with(instruction, this.instructions.length)
    if (next.outcome._tag === 'Undetermined' && assumesFlag && this.assumed === undefined) {
      const { by, flag } = next.outcome
      this.assumed = { index: by, flag, value: this.choose.boolean() }
      next = this.run([...this.instructions, instruction])
      if (next.outcome._tag !== 'Ran') this.assumed = undefined
    }
    if (next.outcome._tag !== 'Ran') return false
    this.append(instruction, next.execution, next.outcome)
    return true
  }

  /** Adds an instruction that faults. Instructions after it are never executed. */
  addFault(instruction: Instruction): boolean {
    if (formOf(instruction) === undefined || this.result._tag === 'Fault') return false
    const { execution, outcome } = this.execution.with(instruction, this.instructions.length)
    if (outcome._tag !== 'Fault' || !ASKED_FAULTS.includes(outcome.fault)) return false
    this.append(instruction, execution, outcome)
    return true
  }

  private append(instruction: Instruction, execution: Execution, outcome: CompletedOutcome): void {
    this.instructions.push(instruction)
    this.execution = execution
    this.result = outcome
  }

  private run(program: readonly Instruction[]): ReturnType<typeof Execution.of> {
    return Execution.of(program, this.state, {
      ip: this.ip,
      mapped: MAPPED,
      lengths: LENGTHS,
      assumed: this.assumed === undefined ? [] : [this.assumed],
      maxIterations: 8,
    })
  }
}

/** Placeholder lengths. Only return addresses depend on lengths, which are not known yet. */
const LENGTHS = Array<number>(16).fill(4)
