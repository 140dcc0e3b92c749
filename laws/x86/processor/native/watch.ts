import { CODE_END, CODE_START, type Run } from '../processor'
import { isForbidden } from './forbidden'
import { CONTEXT } from './harness/linux'
import { KINDS, PUT_BYTES } from './layout'
import { type PlainInstruction, plainInstruction } from './plainInstruction'

/** How an instruction is watched, as `WATCH` has it. */
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

/** How the instruction that starts at an offset of the code is watched; `bytes` begin with it. */
export type WatchOf = (bytes: Uint8Array, start: number, run: Run) => Watch

/** Stops behind every instruction by the trap flag: simple, but slow where a hypervisor has a look each time. */
export const stepEach: WatchOf = bytes => ({ kind: isForbidden(bytes) ? KINDS.forbidden : KINDS.stepped })

/**
 * Lets an instruction run into a jump back to the harness, or into `int3`, if it is known where it ends; only it is executed
 * while that stands there.
 */
export const leadPlain: WatchOf = (bytes, start, run) => {
  const plain = plainInstruction(bytes)
  if (plain === undefined) return stepEach(bytes, start, run)
  const next = start + plain.length
  const otherNext = next + (plain.distance ?? 0)
  const isOwn = otherNext >= start && otherNext < next
  if (isOwn || !hasRoom(run, next) || !hasRoom(run, otherNext)) return stepEach(bytes, start, run)
  // Two jumps back must not lie on one another, nor on the instruction.
  const isApart = otherNext === next || otherNext >= next + PUT_BYTES || otherNext + PUT_BYTES <= start
  const kind = isApart ? KINDS.returning : KINDS.caught
  return { kind, ...addressOf(plain, next + run.ip), next, otherNext }
}

/** Whether something can be put at an offset of the code: the region holds it. */
const hasRoom = ({ ip }: Run, offset: number): boolean => ip + offset >= CODE_START && ip + offset + PUT_BYTES <= CODE_END

/** Where the state holds nothing but zeros: `uc_link`. */
const ZERO = 8

type Address = { readonly base: number; readonly index: number; readonly shift: number; readonly displacement: number }

function addressOf({ memory }: PlainInstruction, next: number): Address {
  const place = (register: number | undefined): number => (register === undefined ? ZERO : (CONTEXT.registers[register] as number))
  if (memory === undefined) return { base: ZERO, index: ZERO, shift: 0, displacement: 0 }
  const { base, index, shift, displacement, fromNext } = memory
  return { base: place(base), index: place(index), shift, displacement: fromNext ? displacement + next : displacement }
}
