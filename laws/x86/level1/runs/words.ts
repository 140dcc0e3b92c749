import { REGISTER_NAMES } from '../../processor/processor'

const REGISTERS = REGISTER_NAMES.length
type Words = readonly [Int32Array, Int32Array, Int32Array, Int32Array]

/** Shared buffer for the registers of four states. Each call overwrites it. */
const room = new BigUint64Array(4 * REGISTERS)
const words = [0, 1, 2, 3].map(state => new Int32Array(room.buffer, 8 * state * REGISTERS, 2 * REGISTERS)) as unknown as Words

/**
 * Returns the registers of up to four states as signed 32-bit words. They are valid until the next call. Comparing words allocates
 * nothing, unlike comparing bigints.
 */
export function wordsOf(...states: readonly BigUint64Array[]): Words {
  for (const [index, registers] of states.entries()) room.set(registers, index * REGISTERS)
  return words
}
