import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { instructionClass } from '../../../../../arbitraries/x86/level0/questions/classes'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { withOpenEndings } from '../../../../../arbitraries/x86/level0/questions/endings'
import { type Program, program } from '../../../../../arbitraries/x86/programs/program'
import { isReadableIn } from '../../../../../arbitraries/x86/level0/questions/readableIn'

let tool: X86Tool
beforeAll(async () => {
  tool = await loadIced()
})

const OPEN = new Set([0xd8, 0xd9, 0xda, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, 0xf6, 0xf7, 0xfe, 0xff])
const only = (mnemonic: string): boolean => instructionClass(mnemonic) !== undefined

describe('withOpenEndings', () => {
  it.each([64, 32] as const)('keeps mnemonics, lengths and operands, in %i-bit code', bits => {
    let changed = 0
    let open = 0
    for (const difficulty of ['easy', 'medium', 'hard'] as const) {
      for (const drawn of fc.sample(program(tool, difficulty, { bits, only }), { numRuns: 150, seed: 3 })) {
        const [ended] = fc.sample(withOpenEndings(tool, bits, fc.constant(drawn)), { numRuns: 1, seed: drawn.ip }) as [Program]
        const said = ({ instructions }: Program) =>
          instructions.map(({ offset, length, mnemonic, operands }) => [offset, length, mnemonic, operands])
        expect(said(ended)).toEqual(said(drawn))
        expect({ ...ended, instructions: [] }).toEqual({ ...drawn, instructions: [], bytes: ended.bytes })
        expect(ended.bytes.subarray(0, -1)).toEqual(drawn.bytes.subarray(0, -1))
        const { _tag, instructions } = tool.decode(bits, ended.bytes, ended.ip)
        const texts = (of: Program['instructions']) => of.map(({ text }) => text)
        expect([_tag, ...texts(instructions)]).toEqual(['Decoded', ...texts(ended.instructions)])
        open += OPEN.has(ended.bytes.at(-1) as number) ? 1 : 0
        if (ended.bytes.at(-1) === drawn.bytes.at(-1)) continue
        changed += 1
        expect(OPEN.has(ended.bytes.at(-1) as number)).toBe(true)
        expect(isReadableIn(tool, bits === 64 ? 'x86-64' : 'x86-32', ended.bytes, ended.ip)).toBe(true)
      }
    }
    expect(changed).toBeGreaterThan(90)
    expect(open).toBeGreaterThan(110)
  })
})
