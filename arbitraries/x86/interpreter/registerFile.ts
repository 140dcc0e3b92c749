import type { Width } from './instruction'
import { Members } from './members'
import { haltMissing } from './outcome'

const REGISTERS = 16
const NUMBERS: readonly number[] = Array.from({ length: REGISTERS }, (_, number) => number)

// Parts of a register: bits 0 to 7, 8 to 15, and above. Each can be written, and so known, separately.
const LOW = 1
const SECOND = 2
const ALL = 7

function partsOf(width: Width, high: boolean): number {
  if (width === 8) return high ? SECOND : LOW
  return width === 16 ? LOW | SECOND : ALL
}

/** Sixteen registers, with a record of which initial values were read and which may still be present. */
export class RegisterFile {
  private values: bigint[] = []
  /** Known parts of each register. */
  private knownParts = new Uint8Array(REGISTERS)
  /** Parts of each register that still have, or may still have, their initial value. */
  private initialParts = new Uint8Array(REGISTERS).fill(ALL)
  /** Registers whose initial value was read, one bit each. */
  private readRegisters = 0
  private writtenRegisters = 0

  constructor(registers: readonly (bigint | undefined)[]) {
    for (let number = 0; number < REGISTERS; number++) {
      const value = registers[number]
      this.values.push(value ?? 0n)
      this.knownParts[number] = value === undefined ? 0 : ALL
    }
  }

  /** Returns a copy that can change without changing this object. */
  fork(): RegisterFile {
    const copy = new RegisterFile([])
    copy.values = this.values.slice()
    copy.knownParts = this.knownParts.slice()
    copy.initialParts = this.initialParts.slice()
    copy.readRegisters = this.readRegisters
    copy.writtenRegisters = this.writtenRegisters
    return copy
  }

  /** Replaces the initial value of a register. Nothing may have used it yet. */
  setInitialValue(number: number, value: bigint): void {
    this.values[number] = value
  }

  get(number: number, width: Width, high = false): bigint {
    const parts = partsOf(width, high)
    if (((this.initialParts[number] as number) & parts) !== 0) this.readRegisters |= 1 << number
    if (((this.knownParts[number] as number) & parts) !== parts) haltMissing({ _tag: 'Register', number })
    const value = this.values[number] as bigint
    return width === 64 ? value : BigInt.asUintN(width, high ? value >> 8n : value)
  }

  set(number: number, width: Width, value: bigint, high = false): void {
    ;(this.initialParts[number] as number) &= ~partsOf(width, high)
    this.merge(number, width, value, high)
  }

  /**
   * Writes a value with a write that might not have happened. What depends on the register afterwards also depends on its
   * initial value.
   */
  merge(number: number, width: Width, value: bigint, high = false): void {
    this.writtenRegisters |= 1 << number
    ;(this.knownParts[number] as number) |= partsOf(width, high)
    this.values[number] = width >= 32 ? BigInt.asUintN(width, value) : insertBits(this.values[number] as bigint, width, value, high)
  }

  /** Records a write that might have happened but did not. With a `width` of 32, the register is still zero-extended. */
  skipWrite(number: number, width?: Width): void {
    this.writtenRegisters |= 1 << number
    if (width === 32) this.values[number] = BigInt.asUintN(32, this.values[number] as bigint)
  }

  read(): Members<number> {
    return new Members(NUMBERS, this.readRegisters)
  }

  written(): Members<number> {
    return new Members(NUMBERS, this.writtenRegisters)
  }

  /** Returns the registers that were written, keep some of their initial value, and were not read. */
  merged(): Members<number> {
    let merged = this.writtenRegisters & ~this.readRegisters
    for (let number = 0; number < REGISTERS; number++) if (this.initialParts[number] === 0) merged &= ~(1 << number)
    return new Members(NUMBERS, merged)
  }

  snapshot(): (bigint | undefined)[] {
    return this.values.map((value, number) => (this.knownParts[number] === ALL ? value : undefined))
  }
}

function insertBits(old: bigint, width: Width, value: bigint, high: boolean): bigint {
  const shift = high ? 8n : 0n
  const mask = (width === 8 ? 0xffn : 0xffffn) << shift
  return (old & ~mask) | ((value << shift) & mask)
}
