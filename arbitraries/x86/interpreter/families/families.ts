import type { Effect } from '../machine'
import { ARITHMETIC, CARRY_CHAINS } from './arithmetic'
import { BIT_FIELDS } from './bitFields'
import { BITS } from './bits'
import { BRANCHES } from './branches'
import { CONDITIONAL } from './conditional'
import { CONVERT } from './convert'
import { DIVIDE } from './divide'
import { EXCHANGE } from './exchange'
import { FLAG_MOVES } from './flags'
import { LOGIC } from './logic'
import { LOOK_UPS } from './tableLookups'
import { MOVE } from './move'
import { MULTIPLY } from './multiply'
import { NOTHING } from './nothing'
import { SHIFT } from './shift'
import { STACK } from './stack'
import { STRINGS } from './strings'

const FAMILIES = {
  arithmetic: ARITHMETIC,
  carryChains: CARRY_CHAINS,
  logic: LOGIC,
  move: MOVE,
  exchange: EXCHANGE,
  conditional: CONDITIONAL,
  stack: STACK,
  multiply: MULTIPLY,
  divide: DIVIDE,
  shift: SHIFT,
  bits: BITS,
  bitFields: BIT_FIELDS,
  convert: CONVERT,
  flags: FLAG_MOVES,
  strings: STRINGS,
  lookUps: LOOK_UPS,
  nothing: NOTHING,
  branches: BRANCHES,
} satisfies Readonly<Record<string, Readonly<Record<string, Effect>>>>

/** Family of mnemonics with a similar effect. */
export type Family = keyof typeof FAMILIES

interface MnemonicEntry {
  readonly family: Family
  readonly effect: Effect
}

const BY_MNEMONIC: ReadonlyMap<string, MnemonicEntry> = new Map(
  Object.entries(FAMILIES).flatMap(([family, effects]) =>
    Object.entries(effects).map(([mnemonic, effect]) => [mnemonic, { family: family as Family, effect }] as const),
  ),
)

/**
 * Returns the family and the effect of a mnemonic.
 *
 * @throws RangeError if it is not in the whitelist.
 */
export function findMnemonic(mnemonic: string): MnemonicEntry {
  const found = BY_MNEMONIC.get(mnemonic)
  if (found === undefined) throw new RangeError(`${mnemonic} is not in the whitelist`)
  return found
}
