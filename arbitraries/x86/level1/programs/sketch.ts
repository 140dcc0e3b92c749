import type { Choose } from '../../../choiceSequence'
import { Execution } from '../../interpreter/execute'
import { formOf } from '../../interpreter/formOf'
import type { Instruction } from '../../interpreter/instruction'
import type { Assumption, Fault, ExecutionOptions, Outcome } from '../../interpreter/outcome'
import { FLAGS, type Flag, type Memory, type State } from '../../interpreter/state'
import { drawValue } from './values'

/** The page that data can be on, and no more. */
export const DATA = { start: 0x2_0000, end: 0x2_1000 } as const
/** All that can be reached: the interpreter need not know of code. */
export const MAPPED: ExecutionOptions['mapped'] = [{ start: BigInt(DATA.start), end: BigInt(DATA.end) }]

/** Bytes of memory that have a value before it is known which are read. */
const AREA_BYTES = 128
/** Operands are in the middle of them: strings and the stack go on from there. */
const MIDDLE = { from: 40, bytes: 48 } as const

/** A program that came to an end, or to a fault. */
type Ran = Extract<Outcome, { readonly _tag: 'Ran' | 'Fault' }>

const ASKED_FAULTS: readonly Fault[] = ['#DE', '#UD', '#PF']

/** Memory of which some bytes that follow one another are known. */
class Area implements Memory {
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

/** A program while it is drawn, with a state in which it runs; values that nothing has used yet can still be chosen. */
export class Sketch {
  readonly instructions: Instruction[] = []
  /** What is told of a flag that an instruction leaves undefined and a later one reads. */
  assumed: Assumption | undefined
  /** The address of the first byte that has a value. */
  readonly area: number
  readonly ip: number
  /** The state in which the code runs. */
  readonly state: State
  private readonly registers: bigint[]
  private readonly flags: Partial<Record<Flag, boolean>>
  private readonly memory = new Uint8Array(AREA_BYTES)
  private ran: Ran
  private execution: Execution

  constructor(private readonly choose: Choose) {
    this.ip = 0x40_0000 + choose.integer(0, 0xff00)
    this.area = DATA.start + 16 * choose.integer(0, (DATA.end - DATA.start - AREA_BYTES) / 16)
    this.registers = Array.from({ length: 16 }, () => drawValue(choose))
    this.flags = Object.fromEntries(FLAGS.map(flag => [flag, flag === 'DF' ? choose.integer(0, 7) === 7 : choose.boolean()]))
    const words = new DataView(this.memory.buffer)
    for (let at = 0; at < AREA_BYTES; at += 4) words.setUint32(at, Number(choose.bits(32)), true)
    this.state = { registers: this.registers, flags: this.flags, memory: new Area(this.area, this.memory) }
    const { execution, outcome } = this.run([])
    this.execution = execution
    this.ran = outcome as Ran
  }

  get outcome(): Ran {
    return this.ran
  }

  /** What a register holds behind the instructions so far. */
  value(register: number): bigint {
    return (this.isFresh(register) ? this.registers[register] : this.ran.state.registers[register]) as bigint
  }

  /** Whether nothing depends yet on what a register held at the start. */
  isFresh(register: number): boolean {
    const { reads, merges, writes } = this.ran
    return !reads.registers.has(register) && !merges.registers.has(register) && !writes.registers.has(register)
  }

  /** Has a fresh register hold a value from the start; false where it is too late. */
  settle(register: number, value: bigint): boolean {
    if (!this.isFresh(register)) return false
    this.registers[register] = BigInt.asUintN(64, value)
    this.execution.setInitialValue(register, BigInt.asUintN(64, value))
    return true
  }

  /** The same of eight bytes of memory. */
  settleMemory(address: bigint, value: bigint): boolean {
    const from = Number(address) - this.area
    const { reads, writes } = this.ran
    for (let offset = 0; offset < 8; offset++) {
      const byte = address + BigInt(offset)
      if (reads.memory.has(byte) || writes.memory.has(byte) || this.memory[from + offset] === undefined) return false
    }
    new DataView(this.memory.buffer).setBigUint64(from, value, true)
    return true
  }

  /** Whether a register points into memory that has values. */
  isPointer(register: number): boolean {
    const value = this.value(register)
    return value >= BigInt(this.area) && value < BigInt(this.area + AREA_BYTES)
  }

  /** An address in the middle of the area at which so many bytes have room. */
  drawPlace(bytes: number): number {
    return this.area + MIDDLE.from + this.choose.integer(0, MIDDLE.bytes - bytes)
  }

  /** Adds an instruction that exists and runs; `tells` also one that reads an undefined flag, which is then told. */
  add(instruction: Instruction | undefined, tells = false): boolean {
    if (instruction === undefined || formOf(instruction) === undefined) return false
    // Behind a fault anything can stand, for nothing of it is executed.
    if (this.ran._tag === 'Fault') {
      this.instructions.push(instruction)
      return true
    }
    let next = this.execution.with(instruction, this.instructions.length)
    if (next.outcome._tag === 'Undetermined' && tells && this.assumed === undefined) {
      const { by, flag } = next.outcome
      this.assumed = { index: by, flag, value: this.choose.boolean() }
      next = this.run([...this.instructions, instruction])
      if (next.outcome._tag !== 'Ran') this.assumed = undefined
    }
    if (next.outcome._tag !== 'Ran') return false
    this.accept(instruction, next.execution, next.outcome)
    return true
  }

  /** Adds an instruction that faults; what is added behind it is never executed. */
  addFault(instruction: Instruction): boolean {
    if (formOf(instruction) === undefined || this.ran._tag === 'Fault') return false
    const { execution, outcome } = this.execution.with(instruction, this.instructions.length)
    if (outcome._tag !== 'Fault' || !ASKED_FAULTS.includes(outcome.fault)) return false
    this.accept(instruction, execution, outcome)
    return true
  }

  private accept(instruction: Instruction, execution: Execution, outcome: Ran): void {
    this.instructions.push(instruction)
    this.execution = execution
    this.ran = outcome
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

/** Only return addresses depend on lengths, and these are not yet known: any will do. */
const LENGTHS = Array<number>(16).fill(4)
