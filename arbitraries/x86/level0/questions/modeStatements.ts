import type { Facts, Statement } from './statements'

/** What the same bytes say in each mode. */
export interface Readings {
  readonly in32: readonly Facts[]
  readonly in64: readonly Facts[]
}

/** What an instruction is not. */
export type Denial = Statement & { readonly about: 'mnemonic'; readonly denies: true }

/** What a REX prefix is in 32-bit code, and what it could as well have been. */
const COUNTERPARTS: Readonly<Record<string, string>> = { inc: 'dec', dec: 'inc' }

/**
 * A statement that is true in 64-bit code alone, and so tells the mode: it denies what 32-bit code has in some place, of those
 * with another name there. Undefined where both modes have the same names.
 */
export function tellingStatement({ in32, in64 }: Readings, which: number): Denial | undefined {
  const places = [...in64.keys()].filter(index => index < in32.length && in32[index]?.mnemonic !== in64[index]?.mnemonic)
  const index = places[which % Math.max(1, places.length)]
  return index === undefined ? undefined : { index, about: 'mnemonic', value: (in32[index] as Facts).mnemonic, denies: true }
}

/**
 * A statement about the same instruction that is true in both modes, and so tells nothing. It denies a name of the same
 * kind: a name alone gives neither of the two away.
 */
export function tellingNothing({ in32, in64 }: Readings, { index, value }: Denial, which: number): Denial | undefined {
  const isOpen = (name: string): boolean => name !== value && name !== in64[index]?.mnemonic
  const counterpart = COUNTERPARTS[value]
  const names =
    counterpart === undefined ? in32.map(({ mnemonic }) => mnemonic).filter(name => COUNTERPARTS[name] === undefined) : [counterpart]
  const open = names.filter(isOpen)
  const name = open[which % Math.max(1, open.length)]
  return name === undefined ? undefined : { index, about: 'mnemonic', value: name, denies: true }
}
