import { REGISTER_NAMES } from '../../processor/processor'

const REGISTERS = REGISTER_NAMES.length
type Words = readonly [Int32Array, Int32Array, Int32Array, Int32Array]

/** Room for the registers of four states: it is overwritten each time. */
const room = new BigUint64Array(4 * REGISTERS)
const words = [0, 1, 2, 3].map(state => new Int32Array(room.buffer, 8 * state * REGISTERS, 2 * REGISTERS)) as unknown as Words

/** The registers of up to four states as words of 32 bits with a sign, until the next call: compared so, none of them takes room. */
export function wordsOf(...states: readonly BigUint64Array[]): Words {
  for (const [index, registers] of states.entries()) room.set(registers, index * REGISTERS)
  return words
}
