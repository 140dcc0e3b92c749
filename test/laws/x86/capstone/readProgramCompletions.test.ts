import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Choose, fromChoices } from '../../../../arbitraries/choiceSequence'
import { type Disassembler, loadCapstone } from '../../../../laws/x86/capstone/capstone'
import { readProgram } from '../../../../laws/x86/capstone/readProgram'

const PREFIXES = [0x66, 0x67, 0xf0, 0xf2, 0xf3, 0x64, 0x2e]

/** Beginnings of instructions of every kind of encoding, followed by any bytes. */
const BEGINNINGS: readonly ((choose: Choose) => readonly number[])[] = [
  choose => [choose.integer(0, 0xff)],
  choose => [0x40 + choose.integer(0, 15), choose.integer(0, 0xff)],
  choose => [0x0f, choose.integer(0, 0xff)],
  choose => [0x0f, choose.pick([0x38, 0x3a]), choose.integer(0, 0xff)],
  choose => [0xc5, choose.integer(0, 0xff), choose.integer(0, 0xff)],
  choose => [0xc4, choose.pick([0xe1, 0xe2, 0xe3]), choose.integer(0, 0xff), choose.integer(0, 0xff)],
  choose => [0x8f, choose.pick([0xe8, 0xe9, 0xea]), choose.integer(0, 0xff), choose.integer(0, 0xff)],
  choose => [0x62, choose.pick([0xf1, 0xf2, 0xf3]), choose.integer(0, 0xff) | 4, choose.integer(0, 0xff) | 8, choose.integer(0, 0xff)],
]

const codes = fromChoices(choose => {
  const bits = choose.pick([64, 32] as const)
  const prefixes = Array.from({ length: Math.max(0, choose.integer(-2, 2)) }, () => choose.pick(PREFIXES))
  const start = [...prefixes, ...choose.pick(BEGINNINGS)(choose)]
  const tail = Array.from({ length: 15 - start.length }, () => choose.integer(0, 0xff))
  return { bits, bytes: Uint8Array.from([...start, ...tail]) }
})

describe('readProgram with capstone', () => {
  let capstone: Disassembler
  beforeAll(async () => {
    capstone = await loadCapstone()
  })

  it('reports every cut instruction as cut', () => {
    let cut = 0
    let unjudged = 0
    fc.assert(
      fc.property(codes, ({ bits, bytes }) => {
        const reading = capstone.read(bits, bytes, 0, 0x1000)
        if (typeof reading !== 'object') return
        for (let length = 1; length < reading.length; length++) {
          const program = readProgram(capstone, bits, bytes.subarray(0, length), 0x1000)
          // No judgement is given if the tools are known to differ on all continuations.
          if (program._tag === 'Unjudged') unjudged++
          else {
            cut++
            expect(program, `${length}`).toMatchObject({ _tag: 'Cut' })
          }
        }
      }),
      { seed: 1, numRuns: 60_000 },
    )
    expect(cut).toBeGreaterThan(50_000)
    expect(unjudged).toBeLessThan(cut / 1000)
  })

  it.each([
    [64, [0x06]],
    [64, [0xd4, 0x0a]],
    [64, [0xf0, 0x90]],
    [64, [0x0f, 0x04]],
    [64, [0xff, 0xf8]],
    [64, [0xf0, 0x89, 0xd8]],
    [32, [0x0f, 0x04]],
    [32, [0xc6, 0xc8]],
  ] as const)('reports %i-bit %j as malformed, whatever follows', (bits, bytes) => {
    expect(readProgram(capstone, bits, Uint8Array.from(bytes), 0x1000)).toEqual({ _tag: 'Malformed', at: 0 })
  })
})
