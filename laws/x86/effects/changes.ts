import { FLAG_BITS } from '../processor/processor'
import type { Start } from './fills'
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

/** What is turned over in a register, turn by turn: all of it, its ends, one bit, some bits. */
const TURNED = [(1n << 64n) - 1n, 0x8000_0080_0000_8081n, 0x1n, 0x5a5a_96c3_0f0f_1e2dn] as const

/** The same start with another value at one place. */
export function changed(start: Start, place: Place, turn: number): Start {
  if (place === 'mem') {
    // Never by nothing, and not all bytes by the same.
    const memory = start.memory.map((byte, at) => byte ^ (turn === 0 ? 0xff : ((at * 37 + turn * 101) & 0xff) | 1))
    return { ...start, memory, fill: start.fill ^ 0xff }
  }
  if ('flag' in place) return { ...start, flags: start.flags ^ place.flag }
  const registers = start.registers.slice()
  registers[place.register] = (registers[place.register] as bigint) ^ (TURNED[turn] as bigint)
  return { ...start, registers }
}

/** Whether a run left another value at a place than it found there. */
export function isChanged({ start, result }: Outcome, place: Place): boolean {
  if (place === 'mem') return result.memory.some((byte, at) => byte !== start.memory[at])
  if ('flag' in place) return ((result.last.flags ^ start.flags) & place.flag) !== 0
  return result.last.registers[place.register] !== start.registers[place.register]
}
