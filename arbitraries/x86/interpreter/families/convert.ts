import type { Width } from '../instruction'
import { type Effect, isNegative } from '../machine'
import { RAX, RDX } from '../registers'

/** Returns the effect that sign-extends the accumulator to twice its width. */
function extendAccumulator(from: Width, to: Width): Effect {
  return ({ registers }) => registers.set(RAX, to, BigInt.asIntN(from, registers.get(RAX, from)))
}

/** Returns the effect that fills rdx with the sign of the accumulator. */
function extendInto(width: Width): Effect {
  return ({ registers }) => registers.set(RDX, width, isNegative(registers.get(RAX, width), width) ? -1n : 0n)
}

/** Effects of sign extensions with implied registers, by mnemonic. */
export const CONVERT: Readonly<Record<string, Effect>> = {
  cbw: extendAccumulator(8, 16),
  cwde: extendAccumulator(16, 32),
  cdqe: extendAccumulator(32, 64),
  cwd: extendInto(16),
  cdq: extendInto(32),
  cqo: extendInto(64),
}
