import type { Choose } from '../../../choiceSequence'

/** Numbers at the limits of bytes, words and so on, signed and unsigned. */
const BOUNDARIES: readonly bigint[] = [0n, 7n, 8n, 15n, 16n, 31n, 32n, 63n].flatMap(bits => [
  (1n << bits) - 1n,
  1n << bits,
  BigInt.asUintN(64, -(1n << bits)),
])

/** Draws a register value: a small number, a number of any length, or a boundary. */
export function drawValue(choose: Choose): bigint {
  switch (choose.integer(0, 9)) {
    case 0:
    case 1:
      return BigInt(choose.integer(0, 15))
    case 2:
      return choose.pick(BOUNDARIES)
    case 3:
    case 4:
      return BigInt(choose.integer(0, 0xffff))
    case 5:
    case 6:
      return choose.bits(32)
    default:
      return choose.bits(64)
  }
}

/** Draws a number at or next to a boundary of its width, whose sign is significant. */
export function drawExtreme(choose: Choose, width: number): bigint {
  const top = 1n << BigInt(width - 1)
  return BigInt.asUintN(width, choose.pick([top, top - 1n, -1n, top + 1n, 0n, 1n]))
}
