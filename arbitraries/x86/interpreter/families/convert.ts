import type { Width } from '../instruction'
import { type Effect, isNegative } from '../machine'
import { RAX, RDX } from '../registers'

/** The accumulator takes the sign of its lower half to twice the width. */
function extendAccumulator(from: Width, to: Width): Effect {
  return ({ registers }) => registers.set(RAX, to, BigInt.asIntN(from, registers.get(RAX, from)))
}

/** rdx is filled with the sign of the accumulator. */
function extendInto(width: Width): Effect {
  return ({ registers }) => registers.set(RDX, width, isNegative(registers.get(RAX, width), width) ? -1n : 0n)
}

/** Sign extensions with implied registers. */
export const CONVERT: Readonly<Record<string, Effect>> = {
  cbw: extendAccumulator(8, 16),
  cwde: extendAccumulator(16, 32),
  cdqe: extendAccumulator(32, 64),
  cwd: extendInto(16),
  cdq: extendInto(32),
  cqo: extendInto(64),
}
