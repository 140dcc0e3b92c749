import type { Effect, Machine } from '../machine'
import { RAX } from '../registers'
import type { Flag } from '../state'

const setFlag =
  (flag: Flag, value: boolean): Effect =>
  ({ flags }) =>
    flags.set(flag, value)

/** Bit of each flag in ah. Bit 1 is always set (SDM volume 1, EFLAGS Register). */
const BITS: readonly (readonly [Flag, bigint])[] = [
  ['CF', 0x01n],
  ['PF', 0x04n],
  ['AF', 0x10n],
  ['ZF', 0x40n],
  ['SF', 0x80n],
]

function loadFlags({ registers, flags }: Machine): void {
  let value = 0x02n
  for (const [flag, bit] of BITS) if (flags.get(flag)) value |= bit
  registers.set(RAX, 8, value, true)
}

function storeFlags({ registers, flags }: Machine): void {
  const value = registers.get(RAX, 8, true)
  for (const [flag, bit] of BITS) flags.set(flag, (value & bit) !== 0n)
}

/** Effects that change or copy only flags, by mnemonic. */
export const FLAG_MOVES: Readonly<Record<string, Effect>> = {
  clc: setFlag('CF', false),
  stc: setFlag('CF', true),
  cmc: ({ flags }) => flags.set('CF', !flags.get('CF')),
  cld: setFlag('DF', false),
  std: setFlag('DF', true),
  lahf: loadFlags,
  sahf: storeFlags,
}
