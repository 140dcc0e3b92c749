import { CODE_END, CODE_START, type Run } from '../processor'
import { isForbidden } from './forbidden'
import { CONTEXT } from './harness/linux'
import { KINDS, PATCH_BYTES } from './layout'
import { type PlainInstruction, plainInstruction } from './plainInstruction'

/** Values of a `WATCH` (layout.ts): how the harness regains control after an instruction. */
export type Watch =
  | { readonly kind: typeof KINDS.forbidden | typeof KINDS.stepped }
  | {
      readonly kind: typeof KINDS.caught | typeof KINDS.returning
      readonly base: number
      readonly index: number
      readonly shift: number
      readonly displacement: number
      readonly next: number
      readonly otherNext: number
    }

/** Function that decides how the instruction at an offset of the code is watched. `bytes` start with the instruction. */
export type WatchOf = (bytes: Uint8Array, start: number, run: Run) => Watch

/** Watches every instruction by the trap flag: simple, but slow if a hypervisor intercepts each trap. */
export const watchByTrapFlag: WatchOf = bytes => ({ kind: isForbidden(bytes) ? KINDS.forbidden : KINDS.stepped })

/**
 * Watches a plain instruction by a jump back to the harness, or by `int3`, put at each possible address of the next instruction.
 * Only this instruction is executed while they are in place. All other instructions are watched by the trap flag.
 */
export const watchPlain: WatchOf = (bytes, start, run) => {
  const plain = plainInstruction(bytes)
  if (plain === undefined) return watchByTrapFlag(bytes, start, run)
  const next = start + plain.length
  const otherNext = next + (plain.distance ?? 0)
  const leadsIntoInstruction = otherNext >= start && otherNext < next
  if (leadsIntoInstruction || !hasRoom(run, next) || !hasRoom(run, otherNext)) return watchByTrapFlag(bytes, start, run)
  // Two jumps back must overlap neither each other nor the instruction.
  const isDisjoint = otherNext === next || otherNext >= next + PATCH_BYTES || otherNext + PATCH_BYTES <= start
  const kind = isDisjoint ? KINDS.returning : KINDS.caught
  return { kind, ...addressOf(plain, next + run.ip), next, otherNext }
}

/** Returns true if bytes can be put at an offset of the code: they fit into the code region. */
const hasRoom = ({ ip }: Run, offset: number): boolean => ip + offset >= CODE_START && ip + offset + PATCH_BYTES <= CODE_END

/** Offset in the interrupted state of a word that is always zero: `uc_link`. */
const ZERO = 8

type Address = { readonly base: number; readonly index: number; readonly shift: number; readonly displacement: number }

function addressOf({ memory }: PlainInstruction, next: number): Address {
  const place = (register: number | undefined): number => (register === undefined ? ZERO : (CONTEXT.registers[register] as number))
  if (memory === undefined) return { base: ZERO, index: ZERO, shift: 0, displacement: 0 }
  const { base, index, shift, displacement, fromNext } = memory
  return { base: place(base), index: place(index), shift, displacement: fromNext ? displacement + next : displacement }
}
