import * as fc from 'fast-check'
import type * as Iced from 'iced-x86'
import { beforeAll, describe, expect, it } from 'vitest'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { opcodeEnd } from '../../../../../arbitraries/x86/level0/programs/opcodeEnd'
import { oneInstruction, program, programShape } from '../../../../../arbitraries/x86/programs/program'

let tool: X86Tool
let iced: typeof Iced
beforeAll(async () => {
  tool = await loadIced()
  iced = await import('iced-x86')
})

/** Returns the first byte of an opcode from iced's tables, and the mask of its bits that belong to the opcode. */
function opcodeOf(code: number): { readonly encoding: number; readonly byte: number; readonly mask: number } {
  const info = iced.CodeExt.opCode(code)
  const { encoding, opCode, opCodeLength, opCodeString } = info
  info.free()
  // `50+ro`: the last three bits are a register. In 3DNow! the opcode comes last, with 0f in its usual position.
  if (encoding === iced.EncodingKind.D3NOW) return { encoding, byte: 0x0f, mask: 0xff }
  const byte = opCodeLength === 2 ? opCode >> 8 : opCode
  return { encoding, byte, mask: /\+r[bwod]/.test(opCodeString) ? 0xf8 : 0xff }
}

/** Number of payload bytes behind the first byte of each vector prefix. */
const PAYLOADS: Readonly<Record<number, number>> = { 197: 1, 196: 2, 143: 2, 98: 3 }

describe('opcodeEnd', () => {
  it.each([64, 32] as const)('ends behind the byte that iced has for the opcode, in %i-bit code', bits => {
    const counts = new Map<number, number>()
    const shape = (difficulty: 'easy' | 'medium' | 'hard') => programShape(tool, difficulty, { bits })
    const drawn = fc.oneof(
      program(tool, 'hard', { bits }),
      ...(['easy', 'medium'] as const).map(each => oneInstruction(tool, bits, shape(each))),
    )
    const endsAtOpcode = fc.property(drawn, ({ bytes, instructions }) => {
      for (const { offset, length, code, text } of instructions) {
        const own = bytes.subarray(offset, offset + length)
        const { end, payload } = opcodeEnd(bits, own)
        const { encoding, byte, mask } = opcodeOf(code)
        const spelled = `${Buffer.from(own).toString('hex')} ${text}`
        expect(end, spelled).toBeLessThanOrEqual(length)
        expect((own[end - 1] as number) & mask, spelled).toBe(byte)
        const isVector = encoding !== iced.EncodingKind.Legacy && encoding !== iced.EncodingKind.D3NOW
        expect(end - payload, spelled).toBe(isVector ? PAYLOADS[own[payload - 2] as number] : 0)
        counts.set(encoding, (counts.get(encoding) ?? 0) + 1)
      }
    })
    fc.assert(endsAtOpcode, { seed: 1, numRuns: 1_500 })
    const { Legacy, VEX, EVEX, XOP } = iced.EncodingKind
    for (const encoding of [Legacy, VEX, EVEX, XOP]) expect(counts.get(encoding) ?? 0, iced.EncodingKind[encoding]).toBeGreaterThan(20)
  })

  it.each([
    [64, '90', 1, 1],
    [64, '66 48 0f 3a 16 c0 01', 5, 5],
    [32, '48 89 d8', 1, 1],
    [64, 'c5 f8 77', 3, 2],
    [32, 'c5 06', 1, 1], // lds, which names memory
    [32, 'c4 e2 79 db c1', 4, 2],
    [32, '62 06', 1, 1], // bound
    [64, '62 f1 7c 48 58 c1', 5, 2],
    [64, '8f 00', 1, 1], // pop
    [64, '8f e9 78 9b c0', 4, 2],
  ] as const)('returns, for %i-bit %s, %i', (bits, hex, end, payload) => {
    expect(opcodeEnd(bits, Uint8Array.from(hex.split(' ').map(pair => Number.parseInt(pair, 16))))).toEqual({ end, payload })
  })
})
