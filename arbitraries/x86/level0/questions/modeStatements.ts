import type { Facts, Statement } from './statements'

/** Facts about the same bytes in each mode. */
export interface Readings {
  readonly in32: readonly Facts[]
  readonly in64: readonly Facts[]
}

/** Statement that an instruction does not have a mnemonic. */
export type Denial = Statement & { readonly about: 'mnemonic'; readonly denies: true }

/** Mnemonic of a REX prefix in 32-bit code, and the mnemonic that other REX prefixes have there. */
const COUNTERPARTS: Readonly<Record<string, string>> = { inc: 'dec', dec: 'inc' }

/**
 * Returns a statement that is true only in 64-bit code, and so determines the mode. It denies the 32-bit mnemonic of an
 * instruction that has another mnemonic in 64-bit code. Returns undefined if both modes have the same mnemonics.
 */
export function findModeStatement({ in32, in64 }: Readings, which: number): Denial | undefined {
  const places = [...in64.keys()].filter(index => index < in32.length && in32[index]?.mnemonic !== in64[index]?.mnemonic)
  const index = places[which % Math.max(1, places.length)]
  return index === undefined ? undefined : { index, about: 'mnemonic', value: (in32[index] as Facts).mnemonic, denies: true }
}

/**
 * Returns a statement about the same instruction that is true in both modes, and so does not determine the mode. It denies
 * a mnemonic of the same kind, so that the mnemonic alone does not distinguish the two statements.
 */
export function findNeutralStatement({ in32, in64 }: Readings, { index, value }: Denial, which: number): Denial | undefined {
  const isOpen = (name: string): boolean => name !== value && name !== in64[index]?.mnemonic
  const counterpart = COUNTERPARTS[value]
  const names =
    counterpart === undefined ? in32.map(({ mnemonic }) => mnemonic).filter(name => COUNTERPARTS[name] === undefined) : [counterpart]
  const open = names.filter(isOpen)
  const name = open[which % Math.max(1, open.length)]
  return name === undefined ? undefined : { index, about: 'mnemonic', value: name, denies: true }
}
