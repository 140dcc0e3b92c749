import { describe, expect, it } from 'vitest'
import { completionsOf } from '../../../../laws/x86/capstone/completions'

/** One incomplete instruction for each part that may be missing; no two have the same completions. */
const PARTS = {
  opcode: [],
  'opcode 0f': [0x0f],
  'opcode 0f38': [0x0f, 0x38],
  'opcode 0f3a': [0x0f, 0x3a],
  'vex payload': [0xc5],
  'vex opcode': [0xc5, 0xf8],
  'evex payload': [0x62],
  'evex opcode': [0x62, 0xf1, 0x7c, 0x48],
  modrm: [0x89],
  tail: [0x89, 0x04],
} as const

const PREFIXES = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3]

const of = (bits: 32 | 64, start: readonly number[]) => completionsOf(bits, Uint8Array.from(start))

describe('completionsOf', () => {
  it('returns different completions for each part that may be missing', () => {
    const all = Object.values(PARTS).map(start => of(64, start))
    expect(new Set(all).size).toBe(all.length)
    for (const completions of all) expect(completions?.length).toBeGreaterThan(0)
    // ptest is in the map of 0f 38, palignr in that of 0f 3a.
    const opcodes = (start: readonly number[]) => new Set(of(64, start).map(([opcode]) => opcode))
    expect([opcodes(PARTS['opcode 0f38']).has(0x17), opcodes(PARTS['opcode 0f3a']).has(0x17)]).toEqual([true, false])
  })

  // By the order of the parts of an instruction: Intel SDM, volume 2, chapter 2; for 8f, AMD's APM, volume 6.
  it.each<[32 | 64, readonly number[], keyof typeof PARTS]>([
    ...PREFIXES.map((prefix): [64, readonly number[], 'opcode'] => [64, [prefix], 'opcode']),
    [64, [0x66, 0xf2, 0x48], 'opcode'],
    [64, [0x48, 0x66, 0x41], 'opcode'],
    [32, [0x48], 'modrm'],
    [64, [0x48, 0x89], 'modrm'],
    [64, [0x40, 0x4f, 0x89, 0x04], 'tail'],
    [64, [0x66, 0x0f], 'opcode 0f'],
    [64, [0x0f, 0x10], 'modrm'],
    [64, [0x0f, 0x10, 0x04], 'tail'],
    [64, [0xf3, 0x48, 0x0f, 0x38], 'opcode 0f38'],
    [64, [0x0f, 0x38, 0x00], 'modrm'],
    [64, [0x0f, 0x38, 0x00, 0x04], 'tail'],
    [64, [0x0f, 0x3a, 0x0f], 'modrm'],
    [64, [0x0f, 0x3a, 0x0f, 0x04], 'tail'],
    [64, [0xc5, 0xf8, 0x58], 'modrm'],
    [64, [0xc5, 0xf8, 0x58, 0x04], 'tail'],
    [64, [0xc4], 'vex payload'],
    [64, [0xc4, 0xe1], 'vex payload'],
    [64, [0xc4, 0xe1, 0x78], 'vex opcode'],
    [64, [0xc4, 0xe1, 0x78, 0x58], 'modrm'],
    [64, [0xc4, 0xe1, 0x78, 0x58, 0x04], 'tail'],
    [64, [0x8f], 'modrm'],
    [64, [0x8f, 0x00], 'tail'],
    [64, [0x8f, 0x07], 'tail'],
    [64, [0x8f, 0xe8], 'vex payload'],
    [64, [0x8f, 0xe8, 0x78], 'vex opcode'],
    [64, [0x8f, 0xe8, 0x78, 0xc0], 'modrm'],
    [64, [0x62, 0xf1], 'evex payload'],
    [64, [0x62, 0xf1, 0x7c], 'evex payload'],
    [64, [0x62, 0xf1, 0x7c, 0x48, 0x58], 'modrm'],
    [64, [0x62, 0xf1, 0x7c, 0x48, 0x58, 0x04], 'tail'],
    // In 32-bit code these are lds, les and bound if the next byte names memory.
    [32, [0xc5], 'vex payload'],
    [32, [0xc5, 0xbf], 'tail'],
    [32, [0xc5, 0xc0], 'vex opcode'],
    [32, [0xc4, 0x04], 'tail'],
    [32, [0xc4, 0xe1], 'vex payload'],
    [32, [0x62], 'evex payload'],
    [32, [0x62, 0x04], 'tail'],
    [32, [0x62, 0xf1], 'evex payload'],
    [64, [0xc4, 0x04], 'vex payload'],
    [64, [0x62, 0x04], 'evex payload'],
  ])('returns, in %i-bit code after %j, the completions of a missing %s', (bits, start, part) => {
    expect(of(bits, start)).toBe(of(64, PARTS[part]))
  })
})
