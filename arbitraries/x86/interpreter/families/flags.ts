import type { Effect, Machine } from '../machine'
import { RAX } from '../registers'
import type { Flag } from '../state'

const always =
  (flag: Flag, value: boolean): Effect =>
  ({ flags }) =>
    flags.set(flag, value)

/** Flags by their bit in ah; bit 1 is always set (SDM volume 1, EFLAGS Register). */
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

/** What moves flags alone. */
export const FLAG_MOVES: Readonly<Record<string, Effect>> = {
  clc: always('CF', false),
  stc: always('CF', true),
  cmc: ({ flags }) => flags.set('CF', !flags.get('CF')),
  cld: always('DF', false),
  std: always('DF', true),
  lahf: loadFlags,
  sahf: storeFlags,
}
