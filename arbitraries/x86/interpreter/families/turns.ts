import { isNegative } from '../machine'
import type { Width } from '../instruction'

interface Input {
  readonly value: bigint
  /** As masked; zero is a count too. */
  readonly count: number
  readonly width: Width
  /** CF, where it takes part. */
  readonly carry: boolean
  /** The register whose bits come in. */
  readonly filler: bigint
}

/** One way to shift or to rotate. */
export interface Turn {
  /** The result may have too many bits; the carry is undefined where the manual says so, and of no meaning for a count of zero. */
  readonly turn: (input: Input) => { readonly result: bigint; readonly carry: boolean | undefined }
  /** SF, ZF and PF follow from the result, AF is undefined. */
  readonly wholeResult: boolean
  readonly readsCarry: boolean
}

const bit = (value: bigint, index: number): boolean => index >= 0 && ((value >> BigInt(index)) & 1n) === 1n

const shifting = (turn: Turn['turn']): Turn => ({ turn, wholeResult: true, readsCarry: false })

function rotatedLeft(value: bigint, count: number, width: number): bigint {
  const left = BigInt(count % width)
  return BigInt.asUintN(width, (value << left) | (value >> (BigInt(width) - left)))
}

/** CF stands above the operand, and takes part. */
function rotatedWithCarry({ value, carry, width }: Input, left: number): { readonly result: bigint; readonly carry: boolean } {
  const cycle = rotatedLeft(value | (carry ? 1n << BigInt(width) : 0n), left, width + 1)
  return { result: cycle, carry: bit(cycle, width) }
}

/** All ways, by their names. SDM, SAL/SAR/SHL/SHR: CF is undefined where shl or shr move out more bits than there are, or all. */
export const TURNS = {
  shl: shifting(({ value, count, width }) => ({
    result: value << BigInt(count),
    carry: count >= width ? undefined : bit(value, width - count),
  })),
  shr: shifting(({ value, count, width }) => ({
    result: value >> BigInt(count),
    carry: count >= width ? undefined : bit(value, count - 1),
  })),
  sar: shifting(({ value, count, width }) => {
    const signed = BigInt.asIntN(width, value)
    return { result: signed >> BigInt(count), carry: bit(signed, count - 1) }
  }),
  shld: shifting(({ value, count, width, filler }) => ({
    result: (value << BigInt(count)) | (filler >> BigInt(width - count)),
    carry: bit(value, width - count),
  })),
  shrd: shifting(({ value, count, width, filler }) => ({
    result: (value >> BigInt(count)) | (filler << BigInt(width - count)),
    carry: bit(value, count - 1),
  })),
  rol: rotating(({ value, count, width }) => {
    const result = rotatedLeft(value, count, width)
    return { result, carry: bit(result, 0) }
  }),
  ror: rotating(({ value, count, width }) => {
    const result = rotatedLeft(value, width - (count % width), width)
    return { result, carry: isNegative(result, width) }
  }),
  rcl: carrying(input => rotatedWithCarry(input, input.count)),
  rcr: carrying(input => rotatedWithCarry(input, input.width + 1 - (input.count % (input.width + 1)))),
} satisfies Readonly<Record<string, Turn>>

function rotating(turn: Turn['turn']): Turn {
  return { turn, wholeResult: false, readsCarry: false }
}

function carrying(turn: Turn['turn']): Turn {
  return { turn, wholeResult: false, readsCarry: true }
}
