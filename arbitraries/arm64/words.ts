import type * as fc from 'fast-check'
import { type Choose, fromChoices } from '../choiceSequence'

const WORD_BYTES = 4
const REGISTERS = 31

/**
 * Returns an arbitrary of AArch64 code as bytes, with `minWords` to `maxWords` instructions: additions, moves and loads of
 * general registers (Arm Architecture Reference Manual for A-profile, C6.2: ADD, ORR, LDR).
 */
export function arm64Words(minWords: number, maxWords: number): fc.Arbitrary<Uint8Array> {
  return fromChoices(choose => {
    const bytes = new Uint8Array(choose.integer(minWords, maxWords) * WORD_BYTES)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length; at += WORD_BYTES) view.setUint32(at, drawWord(choose), true)
    return bytes
  })
}

function drawWord(choose: Choose): number {
  const register = (): number => choose.integer(0, REGISTERS - 1)
  const [destination, source] = [register(), register()]
  return choose.pick([
    () => 0x8b00_0000 + (register() << 16) + (source << 5) + destination,
    () => 0x9100_0000 + (choose.integer(0, 0xfff) << 10) + (source << 5) + destination,
    () => 0xaa00_03e0 + (source << 16) + destination,
    () => 0xf940_0000 + (choose.integer(0, 0xfff) << 10) + (source << 5) + destination,
  ])()
}
