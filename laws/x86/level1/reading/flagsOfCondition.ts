import { FLAG_BITS } from '../../processor/processor'

/** Flag of EFLAGS that a processor run compares, by Intel's abbreviation. */
export type Flag = keyof typeof FLAG_BITS

/** Flags that a condition reads, in the order in which answers list them. */
export const FLAGS_OF_CONDITION: Readonly<Record<string, readonly Flag[]>> = {
  ...conditions('o no', ['OF']),
  ...conditions('b ae', ['CF']),
  ...conditions('e ne', ['ZF']),
  ...conditions('be a', ['CF', 'ZF']),
  ...conditions('s ns', ['SF']),
  ...conditions('p np', ['PF']),
  ...conditions('l ge', ['SF', 'OF']),
  ...conditions('le g', ['ZF', 'SF', 'OF']),
}

function conditions(names: string, flags: readonly Flag[]): Readonly<Record<string, readonly Flag[]>> {
  return Object.fromEntries(names.split(' ').map(name => [name, flags]))
}

/** Flags that a condition reads, as bits of EFLAGS. */
export const FLAGS_READ_BY_CONDITION: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(FLAGS_OF_CONDITION).map(([name, flags]) => [name, flags.reduce((all, flag) => all | FLAG_BITS[flag], 0)]),
)
