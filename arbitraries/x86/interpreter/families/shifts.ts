import { isNegative } from '../machine'
import type { Width } from '../instruction'

interface ShiftInput {
  readonly value: bigint
  /** Masked count, which may be zero. */
  readonly count: number
  readonly width: Width
  /** Value of CF, if the operation reads it. */
  readonly carry: boolean
  /** Register whose bits are shifted in. */
  readonly filler: bigint
}

/** One kind of shift or rotation. */
export interface ShiftOperation {
  /**
   * Computes the result, which may have too many bits, and the carry. The carry is undefined where the manual says so, and
   * meaningless for a count of zero.
   */
  readonly apply: (input: ShiftInput) => { readonly result: bigint; readonly carry: boolean | undefined }
  /** True if SF, ZF and PF follow from the result and AF is undefined. */
  readonly setsResultFlags: boolean
  readonly readsCarry: boolean
}

const bit = (value: bigint, index: number): boolean => index >= 0 && ((value >> BigInt(index)) & 1n) === 1n

const shiftOperation = (apply: ShiftOperation['apply']): ShiftOperation => ({ apply, setsResultFlags: true, readsCarry: false })

function rotateLeft(value: bigint, count: number, width: number): bigint {
  const left = BigInt(count % width)
  return BigInt.asUintN(width, (value << left) | (value >> (BigInt(width) - left)))
}

/** Rotates left with CF as the bit above the operand. */
function rotateThroughCarry({ value, carry, width }: ShiftInput, left: number): { readonly result: bigint; readonly carry: boolean } {
  const cycle = rotateLeft(value | (carry ? 1n << BigInt(width) : 0n), left, width + 1)
  return { result: cycle, carry: bit(cycle, width) }
}

/** All operations by mnemonic. SDM, SAL/SAR/SHL/SHR: CF is undefined if shl or shr moves out all bits, or more. */
export const SHIFT_OPERATIONS = {
  shl: shiftOperation(({ value, count, width }) => ({
    result: value << BigInt(count),
    carry: count >= width ? undefined : bit(value, width - count),
  })),
  shr: shiftOperation(({ value, count, width }) => ({
    result: value >> BigInt(count),
    carry: count >= width ? undefined : bit(value, count - 1),
  })),
  sar: shiftOperation(({ value, count, width }) => {
    const signed = BigInt.asIntN(width, value)
    return { result: signed >> BigInt(count), carry: bit(signed, count - 1) }
  }),
  shld: shiftOperation(({ value, count, width, filler }) => ({
    result: (value << BigInt(count)) | (filler >> BigInt(width - count)),
    carry: bit(value, width - count),
  })),
  shrd: shiftOperation(({ value, count, width, filler }) => ({
    result: (value >> BigInt(count)) | (filler << BigInt(width - count)),
    carry: bit(value, count - 1),
  })),
  rol: rotateOperation(({ value, count, width }) => {
    const result = rotateLeft(value, count, width)
    return { result, carry: bit(result, 0) }
  }),
  ror: rotateOperation(({ value, count, width }) => {
    const result = rotateLeft(value, width - (count % width), width)
    return { result, carry: isNegative(result, width) }
  }),
  rcl: rotateThroughCarryOperation(input => rotateThroughCarry(input, input.count)),
  rcr: rotateThroughCarryOperation(input => rotateThroughCarry(input, input.width + 1 - (input.count % (input.width + 1)))),
} satisfies Readonly<Record<string, ShiftOperation>>

function rotateOperation(apply: ShiftOperation['apply']): ShiftOperation {
  return { apply, setsResultFlags: false, readsCarry: false }
}

function rotateThroughCarryOperation(apply: ShiftOperation['apply']): ShiftOperation {
  return { apply, setsResultFlags: false, readsCarry: true }
}
