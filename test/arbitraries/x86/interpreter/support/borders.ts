import { type Below, pick } from './drawInstruction'

/** Draws 64 uniform bits. */
export const random64 = (below: Below): bigint => (BigInt(below(0x1_0000_0000)) << 32n) | BigInt(below(0x1_0000_0000))

/** Draws a number of a width: half of the draws near values where carries, signs and counts change, the others uniform. */
export function drawBorder(below: Below, width: number): bigint {
  if (below(2) === 0) return BigInt.asUintN(width, random64(below) >> BigInt(below(64)))
  const top = 1n << BigInt(width - 1)
  return BigInt.asUintN(width, pick(below, [0n, 1n, -1n, top, top - 1n, top + 1n, -2n, 2n]))
}

/** Draws the count of a shift: zero, one, or near the width and near the number of bits that the processor reads. */
export function drawCount(below: Below, width: number): number {
  return pick(below, [0, 1, width - 1, width, width + 1, 31, 32, 33, 63, 64, below(0x40), below(0x100)])
}

/** Draws a whole register whose low part is at a border; the bits above are arbitrary. */
export function drawRegister(below: Below, width: number): bigint {
  const low = drawBorder(below, width)
  const above = pick(below, [0n, random64(below), -1n])
  return BigInt.asUintN(64, ((above >> BigInt(width)) << BigInt(width)) | low)
}
