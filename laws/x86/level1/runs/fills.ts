import { DATA_END, DATA_START, FLAG_BITS, type Run, WINDOW_BYTES } from '../../processor/processor'
import type { EffectsInput } from '../effectsInput'
import { operandAddresses } from '../reading/operandAddresses'

/** The state that a run starts with. */
export type Start = Pick<Run, 'registers' | 'flags' | 'window' | 'memory' | 'fill'>

/** In so many ways is everything that is not told filled in. */
export const FILLS = 4

const ALL_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)
/** Of every two flags at which a condition looks, all four values; and no flag is always the same. */
const FLAG_FILLS = [0x000, 0x091, 0x844, 0xcd1 | 0x400]

const MIX = 0x9e37_79b9_7f4a_7c15n
/** Numbers that look random and are always the same. */
const mixed = (index: number): bigint => {
  const one = BigInt.asUintN(64, BigInt(index + 1) * MIX)
  const two = BigInt.asUintN(64, (one ^ (one >> 31n)) * 0xbf58_476d_1ce4_e5b9n)
  return two ^ (two >> 29n)
}

/** What a register is filled with: bits of all kinds, places on the data page, small numbers; from the fourth fill on bits alone. */
export function registerFill(fill: number, register: number): bigint {
  const bits = mixed(fill * 16 + register)
  switch (fill) {
    case 1:
      return BigInt(DATA_START + 0x800) + (bits & 0x78n)
    case 2:
      return bits & 0xfn
    default:
      return bits
  }
}

const known: BigUint64Array[] = []

/** What the registers are filled with, by their numbers: not to be changed. */
export function registerFills(fill: number): BigUint64Array {
  known[fill] ??= BigUint64Array.from({ length: 16 }, (_, register) => registerFill(fill, register))
  return known[fill]
}

/** The second is the opposite of the first: so each bit is both. */
const MEMORY_FILLS: readonly Uint8Array[] = Array.from({ length: FILLS }, (_, fill) =>
  Uint8Array.from(
    { length: WINDOW_BYTES },
    (_, at) => Number(mixed(0x1000 + (fill === 1 ? 0 : fill) * WINDOW_BYTES + at) & 0xffn) ^ (fill === 1 ? 0xff : 0),
  ),
)
const BYTE_FILLS = [0x00, 0xff, 0xa5, 0x3c]

const OLDER_REGISTERS = 8

/** Starts that have in common what an input tells, and nothing else. */
export function startsOf(input: EffectsInput, registerBits: 32 | 64, fills = FILLS): readonly Start[] {
  const window = windowOf(input)
  return Array.from({ length: fills }, (_, fill) => startOf(input, registerBits, window, fill))
}

function startOf({ known }: EffectsInput, registerBits: 32 | 64, window: number, fill: number): Start {
  const registers = registerFills(fill).slice()
  // What is told twice is often compared: one fill has nothing but what is told elsewhere.
  const borrowed = fill === 3 ? [...known.registers.values()] : []
  if (borrowed.length > 0) for (let number = 0; number < 16; number++) registers[number] = borrowed[number % borrowed.length] as bigint
  if (registerBits === 32)
    for (let number = 0; number < OLDER_REGISTERS; number++) registers[number] = (registers[number] as bigint) & 0xffff_ffffn
  for (const [number, value] of known.registers) registers[number] = value
  const memory = (MEMORY_FILLS[fill] as Uint8Array).slice()
  for (const [address, byte] of known.memory) memory[address - window] = byte
  const flags = ((FLAG_FILLS[fill] as number) & ALL_FLAGS & ~known.flags.told) | known.flags.set
  return { registers, flags, window, memory, fill: BYTE_FILLS[fill] as number }
}

/** So much may be reached below the least address that is told of. */
const BELOW = 64

/** The first byte of the window: it holds all that is told and asked of memory, and what operands point to. */
function windowOf(input: EffectsInput): number {
  const { known, ask, code } = input
  const told = [...known.memory.keys(), ...(typeof ask === 'object' && ask.memory !== undefined ? [ask.memory.address] : [])]
  const reached = [...told, ...reachedBy(code, known)]
  const all = reached.length > 0 ? reached : [...known.registers.values()].filter(isOnPage).map(Number)
  const least = all.length > 0 ? Math.min(...all) : DATA_START + 0x800
  return Math.min(Math.max(least - BELOW, DATA_START), DATA_END - WINDOW_BYTES)
}

const isOnPage = (value: bigint): boolean => value >= DATA_START && value < DATA_END

/** Where the operands of code lie on the data page if its registers hold what is told. */
const reachedBy = (code: readonly string[], { registers }: EffectsInput['known']): readonly number[] =>
  code
    .flatMap(text => operandAddresses(text, Object.fromEntries(registers)))
    .filter(isOnPage)
    .map(Number)

/** Whether the window of a start has room for all bytes that are told of. */
export const holdsAll = ({ known, ask }: EffectsInput, { window }: Start): boolean =>
  [...known.memory.keys(), ...spanEnds(ask)].every(address => address >= window && address < window + WINDOW_BYTES)

const spanEnds = (ask: EffectsInput['ask']): readonly number[] =>
  typeof ask === 'object' && ask.memory !== undefined ? [ask.memory.address, ask.memory.address + ask.memory.length - 1] : []
