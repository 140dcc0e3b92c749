import { FlagFile } from './flagFile'
import type { Address, Instruction, Operand, Width } from './instruction'
import { isCanonical, MemoryBytes, NO_ADDRESSES } from './memoryBytes'
import { type ExecutionOptions, raise, type Tracking, haltUnsupported, type BranchReason } from './outcome'
import { RegisterFile } from './registerFile'
import { RBP, RSP } from './registers'
import type { Flag, State } from './state'

/**
 * Effect of an instruction on a machine. It reads and stores first, and changes registers and flags only when nothing can
 * fault any more.
 */
export type Effect = (machine: Machine, instruction: Instruction) => void

/** Default maximum number of iterations of string instructions, far more than a text can show. */
const MAX_ITERATIONS = 0x1_0000

/** State during the execution of a program. */
export class Machine {
  /** Index of the current instruction. */
  index = 0
  /** Target of the last branch, if it was taken. */
  target: bigint | undefined
  why: BranchReason | undefined

  private constructor(
    readonly registers: RegisterFile,
    readonly flags: FlagFile,
    readonly memory: MemoryBytes,
    private readonly options: ExecutionOptions,
    private remainingIterations: number,
  ) {}

  static from(state: State, options: ExecutionOptions): Machine {
    const { assumed = [], mapped, maxIterations = MAX_ITERATIONS } = options
    const flags = new FlagFile(state.flags, assumed)
    return new Machine(new RegisterFile(state.registers), flags, new MemoryBytes(state.memory, mapped), options, maxIterations)
  }

  /** Returns a copy that can change without changing this object. */
  fork(): Machine {
    const copy = new Machine(this.registers.fork(), this.flags.fork(), this.memory.fork(), this.options, this.remainingIterations)
    copy.index = this.index
    copy.target = this.target
    copy.why = this.why
    return copy
  }

  read(operand: Operand): bigint {
    if (operand._tag === 'Immediate') return operand.value
    if (operand._tag === 'Register') {
      const { number, width, high } = operand.register
      return this.registers.get(number, width, high)
    }
    return this.memory.load(this.address(operand.address), bytesOf(operand), inStack(operand.address))
  }

  /** Writes as many bits as the operand has. */
  write(operand: Operand, value: bigint): void {
    if (operand._tag === 'Immediate') throw new TypeError('an immediate cannot be written')
    if (operand._tag === 'Register') {
      const { number, width, high } = operand.register
      this.registers.set(number, width, value, high)
    } else this.memory.store(this.address(operand.address), bytesOf(operand), value, inStack(operand.address))
  }

  address({ base, index, scale, displacement }: Address): bigint {
    const start = this.registers.get(base, 64) + displacement
    return BigInt.asUintN(64, index === undefined ? start : start + this.registers.get(index, 64) * BigInt(scale))
  }

  undefine(...flags: readonly Flag[]): void {
    for (const flag of flags) this.flags.undefine(flag, this.index)
  }

  /** Sets the flags that depend only on a result: SF, ZF and PF. */
  setResultFlags(value: bigint, width: Width, keeps = false): void {
    this.flags.set('SF', isNegative(value, width), keeps)
    this.flags.set('ZF', value === 0n, keeps)
    this.flags.set('PF', hasEvenParity(value), keeps)
  }

  /** Ends the program after this instruction, with a jump to an address. */
  jump(to: bigint): void {
    if (!isCanonical(to)) raise('#GP')
    this.target = to
  }

  /** Returns the address of the next instruction. */
  returnAddress(): bigint {
    const { ip, lengths } = this.options
    let address = ip
    for (let index = 0; index <= this.index; index++) {
      const length = lengths?.[index]
      if (length === undefined) throw new RangeError('call needs the lengths of the instructions up to it')
      address += length
    }
    return BigInt(address)
  }

  /** Counts an iteration of a string instruction. */
  countIteration(): void {
    if (this.remainingIterations-- <= 0) haltUnsupported('more iterations of string instructions than the budget allows')
  }

  tracking(): Tracking {
    const { registers, flags, memory } = this
    return {
      reads: { registers: registers.read(), flags: flags.read(), memory: memory.read() },
      merges: { registers: registers.merged(), flags: flags.merged(), memory: NO_ADDRESSES },
      writes: { registers: registers.written(), flags: flags.written(), memory: memory.written() },
    }
  }

  snapshot(): State {
    return { registers: this.registers.snapshot(), flags: this.flags.snapshot(), memory: this.memory.snapshot() }
  }
}

/**
 * Returns the width in bits of a register or memory operand.
 *
 * @throws TypeError if it has no width of a register.
 */
export function widthOf(operand: Operand): Width {
  if (operand._tag === 'Register') return operand.register.width
  if (operand._tag === 'Memory' && operand.width !== undefined && operand.width !== 128) return operand.width
  throw new TypeError('the operand has no width of a register')
}

/** Returns the operand at an index, which the form of the instruction guarantees. */
export function operandAt({ mnemonic, operands }: Instruction, index: number): Operand {
  const operand = operands[index]
  if (operand === undefined) throw new TypeError(`${mnemonic} lacks an operand`)
  return operand
}

/** Returns the memory operand at an index, which the form of the instruction guarantees. */
export function memoryAt(instruction: Instruction, index: number): Operand & { readonly _tag: 'Memory' } {
  const operand = operandAt(instruction, index)
  if (operand._tag !== 'Memory') throw new TypeError(`${instruction.mnemonic} wants memory`)
  return operand
}

/** Returns true if the sign bit of a value is set. */
export const isNegative = (value: bigint, width: Width): boolean => value >> BigInt(width - 1) === 1n

/** Returns PF, which depends on the lowest byte only. */
export function hasEvenParity(value: bigint): boolean {
  let bits = Number(BigInt.asUintN(8, value))
  bits ^= bits >> 4
  bits ^= bits >> 2
  bits ^= bits >> 1
  return (bits & 1) === 0
}

/**
 * Returns true for addresses based on rsp or rbp, which are in the stack segment (SDM volume 1, Default Segment Selection
 * Rules).
 */
export const inStack = ({ base }: Address): boolean => base === RSP || base === RBP

function bytesOf({ width }: Operand & { readonly _tag: 'Memory' }): number {
  if (width === undefined) throw new TypeError('memory without a width is not accessed')
  return width / 8
}
