import { REGISTER_NAMES } from '../processor/processor'

const REGISTERS = REGISTER_NAMES.length
type Words = readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array]

/** Room for the registers of four states: it is overwritten each time. */
const room = new BigUint64Array(4 * REGISTERS)
const words = [0, 1, 2, 3].map(state => new Uint32Array(room.buffer, 8 * state * REGISTERS, 2 * REGISTERS)) as unknown as Words

/** The registers of up to four states as words of 32 bits, until the next call: compared so, no bigint is made of each. */
export function wordsOf(...states: readonly BigUint64Array[]): Words {
  for (const [index, registers] of states.entries()) room.set(registers, index * REGISTERS)
  return words
}
