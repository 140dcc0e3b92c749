import { DATA_END, DATA_START, FLAG_BITS, type Run, WINDOW_BYTES } from '../../processor/processor'
import type { EffectsInput } from '../effectsInput'
import { operandAddresses } from '../reading/operandAddresses'

/** Initial state of a run. */
export type Start = Pick<Run, 'registers' | 'flags' | 'window' | 'memory' | 'fill'>

/** Number of fills: ways in which unstated values are filled in. */
export const FILLS = 4

const ALL_FLAGS = Object.values(FLAG_BITS).reduce((all, bit) => all | bit, 0)
/** Flags of each fill. Any two flags that a condition reads take all four values, and each flag takes both. */
const FLAG_FILLS = [0x000, 0x091, 0x844, 0xcd1 | 0x400]

const MIX = 0x9e37_79b9_7f4a_7c15n
/** Returns a pseudo-random 64-bit number, always the same for an index. */
const mixBits = (index: number): bigint => {
  const one = BigInt.asUintN(64, BigInt(index + 1) * MIX)
  const two = BigInt.asUintN(64, (one ^ (one >> 31n)) * 0xbf58_476d_1ce4_e5b9n)
  return two ^ (two >> 29n)
}

/** Returns the value that fills a register. Fill 1 gives addresses on the data page, fill 2 small numbers, all others random bits. */
export function registerFill(fill: number, register: number): bigint {
  const bits = mixBits(fill * 16 + register)
  switch (fill) {
    case 1:
      return BigInt(DATA_START + 0x800) + (bits & 0x78n)
    case 2:
      return bits & 0xfn
    default:
      return bits
  }
}

const cachedFills: BigUint64Array[] = []

/** Returns the fill of all registers, by number. The array is cached: do not change it. */
export function registerFills(fill: number): BigUint64Array {
  cachedFills[fill] ??= BigUint64Array.from({ length: 16 }, (_, register) => registerFill(fill, register))
  return cachedFills[fill]
}

/** Window of each fill. The second is the complement of the first, so each bit takes both values. */
const MEMORY_FILLS: readonly Uint8Array[] = Array.from({ length: FILLS }, (_, fill) =>
  Uint8Array.from(
    { length: WINDOW_BYTES },
    (_, at) => Number(mixBits(0x1000 + (fill === 1 ? 0 : fill) * WINDOW_BYTES + at) & 0xffn) ^ (fill === 1 ? 0xff : 0),
  ),
)
const BYTE_FILLS = [0x00, 0xff, 0xa5, 0x3c]

const LEGACY_REGISTERS = 8

/** Returns start states that share only what the input states. */
export function startsOf(input: EffectsInput, registerBits: 32 | 64, fills = FILLS): readonly Start[] {
  const window = windowOf(input)
  return Array.from({ length: fills }, (_, fill) => startOf(input, registerBits, window, fill))
}

function startOf({ known }: EffectsInput, registerBits: 32 | 64, window: number, fill: number): Start {
  const registers = registerFills(fill).slice()
  // Code often compares equal values, so one fill reuses the stated values of other registers.
  const borrowed = fill === 3 ? [...known.registers.values()] : []
  if (borrowed.length > 0) for (let number = 0; number < 16; number++) registers[number] = borrowed[number % borrowed.length] as bigint
  if (registerBits === 32)
    for (let number = 0; number < LEGACY_REGISTERS; number++) registers[number] = (registers[number] as bigint) & 0xffff_ffffn
  for (const [number, value] of known.registers) registers[number] = value
  const memory = (MEMORY_FILLS[fill] as Uint8Array).slice()
  for (const [address, byte] of known.memory) memory[address - window] = byte
  const flags = ((FLAG_FILLS[fill] as number) & ALL_FLAGS & ~known.flags.stated) | known.flags.set
  return { registers, flags, window, memory, fill: BYTE_FILLS[fill] as number }
}

/** Number of bytes of the window below the lowest known address. */
const BYTES_BELOW = 64

/** Chooses the start of the window, so that it holds all stated and asked memory, and the operands of the code. */
function windowOf(input: EffectsInput): number {
  const { known, ask, code } = input
  const stated = [...known.memory.keys(), ...(typeof ask === 'object' && ask.memory !== undefined ? [ask.memory.address] : [])]
  const reached = [...stated, ...operandsOnPage(code, known)]
  const all = reached.length > 0 ? reached : [...known.registers.values()].filter(isOnPage).map(Number)
  const least = all.length > 0 ? Math.min(...all) : DATA_START + 0x800
  return Math.min(Math.max(least - BYTES_BELOW, DATA_START), DATA_END - WINDOW_BYTES)
}

const isOnPage = (value: bigint): boolean => value >= DATA_START && value < DATA_END

/** Returns the addresses of the code's operands on the data page, computed from the stated registers. */
const operandsOnPage = (code: readonly string[], { registers }: EffectsInput['known']): readonly number[] =>
  code
    .flatMap(text => operandAddresses(text, Object.fromEntries(registers)))
    .filter(isOnPage)
    .map(Number)

/** Returns true if the window of a start holds all stated and asked bytes. */
export const holdsAll = ({ known, ask }: EffectsInput, { window }: Start): boolean =>
  [...known.memory.keys(), ...spanEnds(ask)].every(address => address >= window && address < window + WINDOW_BYTES)

const spanEnds = (ask: EffectsInput['ask']): readonly number[] =>
  typeof ask === 'object' && ask.memory !== undefined ? [ask.memory.address, ask.memory.address + ask.memory.length - 1] : []
