import { FLAG_BITS, REGISTER_NAMES } from '../../processor/processor'

/** Set of places that code can access, one bit each: the registers by number, the flags, and memory as a whole. */
export type Places = number

/** Places of all registers. */
export const ALL_REGISTERS: Places = 0xffff
const FIRST_FLAG = 16
const FLAGS = Object.entries(FLAG_BITS).map(([name, bit], index) => ({ name, bit, place: 1 << (FIRST_FLAG + index) }))
/** Places of all flags. */
export const ALL_FLAGS: Places = FLAGS.reduce((all, { place }) => all | place, 0)
/** Place of memory. */
export const MEMORY: Places = 1 << (FIRST_FLAG + FLAGS.length)

/** Converts the flags among places to bits of EFLAGS. */
export function flagBits(places: Places): number {
  let bits = 0
  for (const { bit, place } of FLAGS) if ((places & place) !== 0) bits |= bit
  return bits
}

/** Converts bits of EFLAGS to places. */
export function placesOfFlags(bits: number): Places {
  let places = 0
  for (const { bit, place } of FLAGS) if ((bits & bit) !== 0) places |= place
  return places
}

/** Splits a set of places into single places. */
export const eachOf = (places: Places): readonly Places[] =>
  Array.from({ length: FIRST_FLAG + FLAGS.length + 1 }, (_, index) => 1 << index).filter(place => (places & place) !== 0)

/** Register numbers in the order in which answers list them. */
const WRITTEN_ORDER = [0, 3, 1, 2, 6, 7, 5, 4, 8, 9, 10, 11, 12, 13, 14, 15]

const NAMES: readonly (readonly [Places, string])[] = [
  ...WRITTEN_ORDER.map(number => [1 << number, REGISTER_NAMES[number] ?? ''] as const),
  ...FLAGS.map(({ name, place }) => [place, name] as const),
  [MEMORY, 'mem'],
]

/** Prints places in the format of an answer. */
export function printPlaces(places: Places): string {
  const names = NAMES.flatMap(([place, name]) => ((places & place) === 0 ? [] : [name]))
  return names.length === 0 ? 'none' : names.join(' ')
}
