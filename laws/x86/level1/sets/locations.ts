import { FLAG_BITS, REGISTER_NAMES } from '../../processor/processor'

/** Set of locations that code can access, one bit each: the registers by number, the flags, and memory as a whole. */
export type Locations = number

/** Locations of all registers. */
export const ALL_REGISTERS: Locations = 0xffff
const FIRST_FLAG = 16
const FLAGS = Object.entries(FLAG_BITS).map(([name, bit], index) => ({ name, bit, location: 1 << (FIRST_FLAG + index) }))
/** Locations of all flags. */
export const ALL_FLAGS: Locations = FLAGS.reduce((all, { location }) => all | location, 0)
/** Location of memory. */
export const MEMORY: Locations = 1 << (FIRST_FLAG + FLAGS.length)

/** Converts the flags among locations to bits of EFLAGS. */
export function flagBits(locations: Locations): number {
  let bits = 0
  for (const { bit, location } of FLAGS) if ((locations & location) !== 0) bits |= bit
  return bits
}

/** Converts bits of EFLAGS to locations. */
export function locationsOfFlags(bits: number): Locations {
  let locations = 0
  for (const { bit, location } of FLAGS) if ((bits & bit) !== 0) locations |= location
  return locations
}

/** Splits a set of locations into single locations. */
export const eachOf = (locations: Locations): readonly Locations[] =>
  Array.from({ length: FIRST_FLAG + FLAGS.length + 1 }, (_, index) => 1 << index).filter(location => (locations & location) !== 0)

/** Register numbers in the order in which answers list them. */
const WRITTEN_ORDER = [0, 3, 1, 2, 6, 7, 5, 4, 8, 9, 10, 11, 12, 13, 14, 15]

const NAMES: readonly (readonly [Locations, string])[] = [
  ...WRITTEN_ORDER.map(number => [1 << number, REGISTER_NAMES[number] ?? ''] as const),
  ...FLAGS.map(({ name, location }) => [location, name] as const),
  [MEMORY, 'mem'],
]

/** Prints locations in the format of an answer. */
export function printLocations(locations: Locations): string {
  const names = NAMES.flatMap(([location, name]) => ((locations & location) === 0 ? [] : [name]))
  return names.length === 0 ? 'none' : names.join(' ')
}
