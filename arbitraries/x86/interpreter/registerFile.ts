import type { Width } from './instruction'
import { Members } from './members'
import { missing } from './outcome'

const REGISTERS = 16
const NUMBERS: readonly number[] = Array.from({ length: REGISTERS }, (_, number) => number)

/** Bits 0 to 7, 8 to 15, and those above: what is written apart from the rest is known, and kept, apart from it. */
const LOW = 1
const SECOND = 2
const ALL = 7

function partsOf(width: Width, high: boolean): number {
  if (width === 8) return high ? SECOND : LOW
  return width === 16 ? LOW | SECOND : ALL
}

/** The sixteen registers, and what of their values at the start was read and is still there. */
export class RegisterFile {
  private values: bigint[] = []
  /** Of each register, the parts that are known. */
  private known = new Uint8Array(REGISTERS)
  /** Of each register, the parts that still have their first value, or may have it. */
  private kept = new Uint8Array(REGISTERS).fill(ALL)
  /** Registers, one bit each. */
  private wasRead = 0
  private wasWritten = 0

  constructor(registers: readonly (bigint | undefined)[]) {
    for (let number = 0; number < REGISTERS; number++) {
      const value = registers[number]
      this.values.push(value ?? 0n)
      this.known[number] = value === undefined ? 0 : ALL
    }
  }

  /** The same, to go on from without changing this. */
  fork(): RegisterFile {
    const copy = new RegisterFile([])
    copy.values = this.values.slice()
    copy.known = this.known.slice()
    copy.kept = this.kept.slice()
    copy.wasRead = this.wasRead
    copy.wasWritten = this.wasWritten
    return copy
  }

  /** Gives a register another value from the start: nothing must have used it yet. */
  settle(number: number, value: bigint): void {
    this.values[number] = value
  }

  get(number: number, width: Width, high = false): bigint {
    const parts = partsOf(width, high)
    if (((this.kept[number] as number) & parts) !== 0) this.wasRead |= 1 << number
    if (((this.known[number] as number) & parts) !== parts) missing({ _tag: 'Register', number })
    const value = this.values[number] as bigint
    return width === 64 ? value : BigInt.asUintN(width, high ? value >> 8n : value)
  }

  set(number: number, width: Width, value: bigint, high = false): void {
    ;(this.kept[number] as number) &= ~partsOf(width, high)
    this.merge(number, width, value, high)
  }

  /** A write that might not have happened: what depends on the register afterwards depends on its first value too. */
  merge(number: number, width: Width, value: bigint, high = false): void {
    this.wasWritten |= 1 << number
    ;(this.known[number] as number) |= partsOf(width, high)
    this.values[number] = width >= 32 ? BigInt.asUintN(width, value) : inserted(this.values[number] as bigint, width, value, high)
  }

  /** A write that might have happened and did not; 32 bits are zero-extended all the same where `width` is told. */
  keep(number: number, width?: Width): void {
    this.wasWritten |= 1 << number
    if (width === 32) this.values[number] = BigInt.asUintN(32, this.values[number] as bigint)
  }

  read(): Members<number> {
    return new Members(NUMBERS, this.wasRead)
  }

  written(): Members<number> {
    return new Members(NUMBERS, this.wasWritten)
  }

  /** Registers that were written, keep some of their first value, and were not read. */
  merged(): Members<number> {
    let merged = this.wasWritten & ~this.wasRead
    for (let number = 0; number < REGISTERS; number++) if (this.kept[number] === 0) merged &= ~(1 << number)
    return new Members(NUMBERS, merged)
  }

  snapshot(): (bigint | undefined)[] {
    return this.values.map((value, number) => (this.known[number] === ALL ? value : undefined))
  }
}

function inserted(old: bigint, width: Width, value: bigint, high: boolean): bigint {
  const shift = high ? 8n : 0n
  const mask = (width === 8 ? 0xffn : 0xffffn) << shift
  return (old & ~mask) | ((value << shift) & mask)
}
