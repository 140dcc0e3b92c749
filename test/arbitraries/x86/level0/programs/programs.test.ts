import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromChoices } from '../../../../../arbitraries/choiceSequence'
import { programInBothModes, decodesEqually } from '../../../../../arbitraries/x86/level0/programs/bothModes'
import { classifiedMnemonics, instructionClass } from '../../../../../arbitraries/x86/level0/questions/classes'
import { encodableProgram, encodableProgramInBothModes } from '../../../../../arbitraries/x86/level0/programs/encodable'
import { edgeExists, edgeProgram, PROGRAM_EDGES, showsEdge } from '../../../../../arbitraries/x86/level0/programs/edges'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { codePool } from '../../../../../arbitraries/x86/codes/codePool'
import { malformedMaker } from '../../../../../arbitraries/x86/programs/malformed'
import { type Program, type ProgramDifficulty, program } from '../../../../../arbitraries/x86/programs/program'
import { usableCodes } from '../../../../../arbitraries/x86/codes/usableCodes'
import { type Disassembler, loadCapstone } from '../../../../../laws/x86/capstone/capstone'

const DIFFICULTIES = ['easy', 'medium', 'hard'] as const
const COUNTS = { easy: [1, 1], medium: [2, 4], hard: [6, 10] } as const

let tool: X86Tool
let disassembler: Disassembler

beforeAll(async () => {
  tool = await loadIced()
  disassembler = await loadCapstone()
})

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

function hasCount({ instructions }: Program, difficulty: ProgramDifficulty): boolean {
  const [least, most] = COUNTS[difficulty]
  return instructions.length >= least && instructions.length <= most
}

/** Checks that lengths add up and that the address is in the promised range. */
function isWellFormed({ ip, bytes, instructions }: Program): boolean {
  const total = instructions.reduce((sum, { offset, length }) => (offset === sum ? sum + length : Number.NaN), 0)
  return total === bytes.length && ip >= 0x1000 && ip <= 0x7fff_0000
}

describe('program', () => {
  it.each(DIFFICULTIES)('draws %s programs of the right size in both modes', difficulty => {
    for (const bits of [32, 64] as const) {
      const property = fc.property(program(tool, difficulty, { bits }), drawn => isWellFormed(drawn) && hasCount(drawn, difficulty))
      fc.assert(property, { numRuns: 300, seed: 1 })
    }
  })

  it('draws what each difficulty promises', () => {
    const sample = (difficulty: ProgramDifficulty): readonly Program[] =>
      fc.sample(program(tool, difficulty, { bits: 64 }), { numRuns: 400, seed: 5 })
    expect(sample('easy').filter(({ instructions }) => instructions.some(({ text }) => text.includes('[')))).toEqual([])
    expect(sample('medium').filter(({ instructions }) => !instructions.some(({ text }) => text.includes('[')))).toEqual([])
    const encodings = new Map(tool.codes(64).map(({ code, encoding }) => [code, encoding]))
    const withoutVector = sample('hard').filter(({ instructions }) => instructions.every(({ code }) => encodings.get(code) === 'Legacy'))
    expect(withoutVector).toEqual([])
  })

  it('covers more than 1,000 mnemonics', () => {
    const drawnMnemonics = new Set<string>()
    for (const difficulty of DIFFICULTIES) {
      for (const { instructions } of fc.sample(program(tool, difficulty, { bits: 64 }), { numRuns: 1500, seed: 11 })) {
        for (const { mnemonic } of instructions) drawnMnemonics.add(mnemonic)
      }
    }
    expect(drawnMnemonics.size).toBeGreaterThan(1000)
  })

  it('uses only the allowed mnemonics', () => {
    const only = (mnemonic: string): boolean => instructionClass(mnemonic) !== undefined
    for (const difficulty of DIFFICULTIES) {
      for (const { instructions } of fc.sample(program(tool, difficulty, { bits: 64, only }), {
        numRuns: 300,
        seed: 2,
      })) {
        expect(instructions.map(({ mnemonic }) => mnemonic).filter(mnemonic => !only(mnemonic))).toEqual([])
      }
    }
  })

  it('shrinks to the fewest and simplest instructions', () => {
    const minimal = (difficulty: ProgramDifficulty, fails: (drawn: Program) => boolean): Program => {
      const { counterexample } = fc.check(
        fc.property(program(tool, difficulty, { bits: 64 }), drawn => !fails(drawn)),
        { seed: 3, numRuns: 300 },
      )
      return (counterexample as [Program])[0]
    }
    const anything = minimal('hard', () => true)
    expect(anything.instructions).toHaveLength(6)
    expect(anything.ip).toBe(0x1000)
    expect(minimal('easy', () => true).bytes.length).toBeLessThanOrEqual(2)
    const moved = minimal('easy', ({ instructions }) => instructions.some(({ operands }) => operands.length === 2))
    expect(moved.instructions[0]?.text).toBe('mov eax, eax')
    const stored = minimal('medium', ({ instructions }) => instructions.some(({ text }) => text.includes('], ')))
    expect(stored.instructions).toHaveLength(2)
    expect(stored.instructions.map(({ length }) => length)).toSatisfy((lengths: number[]) => lengths.every(length => length <= 3))
  })
})

describe('edgeProgram', () => {
  it.each(PROGRAM_EDGES)('shows the edge %s wherever it exists, also while shrinking', edge => {
    for (const bits of [64, 32] as const) {
      for (const difficulty of DIFFICULTIES.filter(each => edgeExists(edge, each, bits))) {
        const arbitrary = edgeProgram(tool, edge, difficulty, { bits })
        const shown = (drawn: Program): boolean => showsEdge(edge, drawn) && isWellFormed(drawn) && hasCount(drawn, difficulty)
        fc.assert(fc.property(arbitrary, shown), { numRuns: 100, seed: 9 })
        const { counterexample } = fc.check(
          fc.property(arbitrary, () => false),
          { seed: 4, numRuns: 1 },
        )
        expect(shown((counterexample as [Program])[0])).toBe(true)
      }
    }
  })

  it('has edges at each difficulty', () => {
    for (const bits of [32, 64] as const) {
      for (const difficulty of DIFFICULTIES) {
        expect(PROGRAM_EDGES.filter(edge => edgeExists(edge, difficulty, bits)).length).toBeGreaterThanOrEqual(4)
      }
    }
  })
})

describe('programInBothModes', () => {
  it.each(DIFFICULTIES)('draws %s programs that read the same in both modes', difficulty => {
    const same = (drawn: Program): boolean => decodesEqually(tool, drawn.bytes, drawn.ip) && hasCount(drawn, difficulty)
    fc.assert(fc.property(programInBothModes(tool, difficulty), same), { numRuns: 200, seed: 6 })
  })
})

describe('encodableProgram', () => {
  it.each(DIFFICULTIES)('draws %s programs that are their own shortest encodings', difficulty => {
    for (const bits of [32, 64] as const) {
      const shortest = ({ ip, bytes, instructions }: Program): boolean =>
        instructions.every(({ offset, length }) => {
          const part = bytes.subarray(offset, offset + length)
          return hex(tool.shortestEncoding(bits, part, ip)) === hex(part)
        })
      fc.assert(fc.property(encodableProgram(tool, difficulty, bits), shortest), { numRuns: 100, seed: 8 })
    }
  })

  it.each(DIFFICULTIES)('draws %s programs for both modes that have the same encodings in both', difficulty => {
    const same = ({ ip, bytes }: Program): boolean => decodesEqually(tool, bytes, ip)
    fc.assert(fc.property(encodableProgramInBothModes(tool, difficulty), same), { numRuns: 100, seed: 8 })
  })

  it('rests on shortestEncoding, which shortens a given encoding', () => {
    const shortest = (given: string): string => hex(tool.shortestEncoding(64, Uint8Array.from(Buffer.from(given, 'hex')), 0x1000))
    expect(shortest('81c001000000')).toBe('83c001')
    expect(shortest('488b8308000000')).toBe('488b4308')
    expect(shortest('48c7c001000000')).toBe('48c7c001000000')
    expect(shortest('8bc3')).toBe('89d8')
  })
})

describe('malformedMaker', () => {
  it.each([[[64]], [[32]], [[32, 64]]] as const)('draws bytes that both decoders reject in modes %j, whatever follows', modes => {
    const draw = malformedMaker(tool, modes)
    const tail = fc.uint8Array({ minLength: 16, maxLength: 16 })
    const refused = fc.property(
      fromChoices(choose => draw(choose, { ip: 0x1000 })),
      tail,
      ({ bytes }, rest) => modes.every(bits => isRefused(bits, bytes) && isRefused(bits, Uint8Array.from([...bytes, ...rest]))),
    )
    fc.assert(refused, { numRuns: 6000, seed: 13 })
  })

  function isRefused(bits: 32 | 64, bytes: Uint8Array): boolean {
    const decoding = tool.decode(bits, bytes, 0x1000)
    return decoding._tag === 'Broken' && decoding.at === 0 && !decoding.cut && disassembler.read(bits, bytes, 0, 0x1000) === undefined
  }
})

describe('X86Tool.decode', () => {
  it('distinguishes cut instructions from broken ones', () => {
    expect(tool.decode(64, Uint8Array.of(0x90, 0x48, 0x89), 0x1000)).toMatchObject({ _tag: 'Broken', at: 1, cut: true })
    expect(tool.decode(64, Uint8Array.of(0x90, 0x06, 0x89), 0x1000)).toMatchObject({
      _tag: 'Broken',
      at: 1,
      cut: false,
    })
  })

  it('labels operands', () => {
    const operands = (bits: 32 | 64, ...bytes: number[]): readonly string[] | undefined =>
      tool.decode(bits, Uint8Array.from(bytes), 0x1000).instructions[0]?.operands
    expect(operands(64, 0x48, 0x8b, 0x45, 0x08)).toEqual(['reg 64', 'mem 64'])
    expect(operands(64, 0x8d, 0x45, 0x08)).toEqual(['reg 32', 'mem'])
    expect(operands(64, 0xeb, 0x08)).toEqual(['rel'])
    expect(operands(64, 0x83, 0xc0, 0x08)).toEqual(['reg 32', 'imm'])
    expect(operands(32, 0x0f, 0x20, 0xc0)).toEqual(['reg 32', 'reg 32'])
    expect(operands(64, 0x0f, 0x20, 0xc0)).toEqual(['reg 64', 'reg 64'])
    expect(operands(64, 0xac)).toEqual(['mem 8'])
    expect(operands(64, 0x99)).toEqual([])
  })
})

describe('codePool', () => {
  it('shares a pool between equal lists of codes only', () => {
    const codes = usableCodes(tool.codes(64), 64)
    const pool = codePool(codes)
    expect(codePool([...codes])).toBe(pool)
    const fewer = codePool(codes.slice(1))
    const sizeOf = ({ varied, few }: ReturnType<typeof codePool>): number =>
      [...varied, ...few].reduce((sum, entry) => sum + entry.codes.length, 0)
    expect([sizeOf(pool), sizeOf(fewer)]).toEqual([codes.length, codes.length - 1])
  })
})

describe('a table of mnemonics', () => {
  it('names existing mnemonics only', () => {
    const existing = new Set([...tool.codes(32), ...tool.codes(64)].map(({ mnemonic }) => mnemonic))
    const compares = /^v?p?c(?:mp|om)/
    expect(classifiedMnemonics().filter(mnemonic => !existing.has(mnemonic) && !compares.test(mnemonic))).toEqual([])
  })

  it('leaves enough mnemonics to draw from', () => {
    for (const bits of [32, 64] as const) {
      const mnemonics = new Set(usableCodes(tool.codes(bits), bits).map(({ mnemonic }) => mnemonic))
      expect(mnemonics.size).toBeGreaterThan(1200)
      expect([...mnemonics].filter(mnemonic => instructionClass(mnemonic) !== undefined).length).toBeGreaterThan(400)
    }
  })
})
