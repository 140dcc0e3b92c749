import { FLAG_BITS } from '../processor/processor'
import { registerFill, type Start } from './fills'
import type { Outcome } from './outcome'

/** Where code can read and write: a register by its number, a flag by its bit, memory as a whole. */
export type Place = { readonly register: number } | { readonly flag: number } | 'mem'

/** The registers in the order in which sets are written. */
const WRITTEN_ORDER = [0, 3, 1, 2, 6, 7, 5, 4, 8, 9, 10, 11, 12, 13, 14, 15]

/** All places, in the order in which they are written. */
export const PLACES: readonly Place[] = [
  ...WRITTEN_ORDER.map(register => ({ register })),
  ...Object.values(FLAG_BITS).map(flag => ({ flag })),
  'mem',
]

/** What is turned over in a register, turn by turn: all bits, then many of them, with the lowest and the highest of each width. */
const TURNED = [(1n << 64n) - 1n, ...Array.from({ length: 11 }, (_, turn) => registerFill(0x100 + turn, 0) | 0x8000_0001_8000_8181n)]

/** The same start with another value at one place. */
export function changed(start: Start, place: Place, turn: number, registerBits: 32 | 64): Start {
  if (place === 'mem') {
    // Never by nothing, and not all bytes by the same.
    const memory = start.memory.map((byte, at) => byte ^ (turn === 0 ? 0xff : ((at * 37 + turn * 101) & 0xff) | 1))
    return { ...start, memory, fill: start.fill ^ 0xff }
  }
  if ('flag' in place) return { ...start, flags: start.flags ^ place.flag }
  const registers = start.registers.slice()
  registers[place.register] =
    (registers[place.register] as bigint) ^ BigInt.asUintN(place.register < 8 ? registerBits : 64, TURNED[turn] as bigint)
  return { ...start, registers }
}

/** Whether a run left another value at a place than it found there. */
export function isChanged({ start, last, memory }: Outcome, place: Place): boolean {
  if (place === 'mem') return Buffer.compare(memory, start.memory) !== 0
  if ('flag' in place) return ((last.flags ^ start.flags) & place.flag) !== 0
  return last.registers[place.register] !== start.registers[place.register]
}

/** What a register or a flag holds behind a run; of memory nothing is told. */
export function valueAt({ last }: Outcome, place: Place): bigint | number | undefined {
  if (place === 'mem') return undefined
  return 'flag' in place ? last.flags & place.flag : last.registers[place.register]
}
