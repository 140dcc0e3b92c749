import { WINDOW_BYTES } from '../../processor/processor'
import { registerFill, type Start } from '../runs/fills'
import type { Outcome } from '../runs/outcome'
import { wordsOf } from '../runs/words'
import { ALL_REGISTERS, flagBits, MEMORY, type Locations, locationsOfFlags } from './locations'

/** Number of turns: each turn changes a start in another way. */
export const TURNS = 12

/** Bits to flip in a register, by turn: first all, then random ones with the lowest and highest bit of each width. */
const FLIPPED_BITS = Array.from({ length: TURNS }, (_, turn) =>
  turn === 0 ? (1n << 64n) - 1n : registerFill(0x100 + turn - 1, 0) | 0x8000_0001_8000_8181n,
)
/** Bits to flip in memory, by turn: at least one bit in each byte; after the first turn they differ between bytes. */
const FLIPPED_BYTES = Array.from({ length: TURNS }, (_, turn) =>
  Uint8Array.from({ length: WINDOW_BYTES }, (_, at) => (turn === 0 ? 0xff : ((at * 37 + turn * 101) & 0xff) | 1)),
)
const LEGACY_REGISTERS = 8

/** Returns a start with other values at some locations. */
export function changeStart(start: Start, locations: Locations, turn: number, registerBits: 32 | 64): Start {
  return {
    window: start.window,
    registers: (locations & ALL_REGISTERS) === 0 ? start.registers : changedRegisters(start, locations, turn, registerBits),
    flags: start.flags ^ flagBits(locations),
    memory: (locations & MEMORY) === 0 ? start.memory : changedBytes(start, turn),
    fill: (locations & MEMORY) === 0 ? start.fill : start.fill ^ 0xff,
  }
}

function changedRegisters(start: Start, locations: Locations, turn: number, registerBits: 32 | 64): BigUint64Array {
  const registers = start.registers.slice()
  const flipped = FLIPPED_BITS[turn] as bigint
  for (let number = 0; number < registers.length; number++) {
    if (((locations >> number) & 1) === 0) continue
    const bits = number < LEGACY_REGISTERS ? registerBits : 64
    registers[number] = (registers[number] as bigint) ^ (bits === 64 ? flipped : BigInt.asUintN(bits, flipped))
  }
  return registers
}

function changedBytes(start: Start, turn: number): Uint8Array {
  const memory = start.memory.slice()
  const flipped = FLIPPED_BYTES[turn] as Uint8Array
  for (let at = 0; at < memory.length; at++) memory[at] = (memory[at] as number) ^ (flipped[at] as number)
  return memory
}

/** Returns the locations that a run changed. */
export function changedLocations({ start, last, memory }: Outcome): Locations {
  const isMemory = Buffer.compare(memory, start.memory) !== 0
  return differentRegisters(start.registers, last.registers) | locationsOfFlags(start.flags ^ last.flags) | (isMemory ? MEMORY : 0)
}

/** Returns the registers and flags that differ after two runs. */
export const differentLocations = (one: Outcome, other: Outcome): Locations =>
  differentRegisters(one.last.registers, other.last.registers) | locationsOfFlags(one.last.flags ^ other.last.flags)

function differentRegisters(one: BigUint64Array, other: BigUint64Array): Locations {
  const [words, others] = wordsOf(one, other)
  let locations = 0
  for (let at = 0; at < words.length; at++) if (words[at] !== others[at]) locations |= 1 << (at >> 1)
  return locations
}
