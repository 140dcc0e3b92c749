import type * as fc from 'fast-check'
import { type Choose, fromChoices } from '../../choiceSequence'
import { type CodePool, codePool } from '../codes/codePool'
import type { Bits, CodeDescription } from '../instructions/draft'
import { drawInstruction } from '../instructions/drawInstruction'
import { drawUntil } from '../instructions/drawUntil'
import type { Freedom } from '../instructions/freedom'
import type { Instruction, X86Tool } from '../iced/iced'
import { isExchangeWithItself } from '../instructions/selfExchange'
import { usableCodes } from '../codes/usableCodes'

/** Machine code with what it says. */
export interface Program {
  readonly bits: Bits
  /** Address of the first byte. */
  readonly ip: number
  readonly bytes: Uint8Array
  readonly instructions: readonly Instruction[]
}

export type ProgramDifficulty = 'easy' | 'medium' | 'hard'

/** What programs are made of. */
export interface ProgramConstraints {
  readonly bits: Bits
  /** Which mnemonics may be used; comparisons with a predicate in their name by their name without it. */
  readonly only?: (mnemonic: string) => boolean
}

/** Where an instruction is to stand. */
export interface Place {
  readonly bits: Bits
  readonly ip: number
}

/** Draws one instruction for a place; nothing where what it drew cannot be encoded there. */
export type InstructionMaker = (choose: Choose, place: Place) => Uint8Array | undefined

/** How programs of one difficulty are made up. */
export interface ProgramShape {
  readonly least: number
  readonly most: number
  /** Any instruction of the program. */
  readonly ordinary: InstructionMaker
  /** At most two instructions, at any places, that make the program what it is; only the first where there is one place. */
  readonly specials: readonly [InstructionMaker, InstructionMaker?]
}

/**
 * Programs of a difficulty: one instruction on registers; two to four legacy instructions, one at least with a memory
 * operand; six to ten instructions, one at least with VEX or EVEX.
 */
export function program(tool: X86Tool, difficulty: ProgramDifficulty, constraints: ProgramConstraints): fc.Arbitrary<Program> {
  return programOf(tool, constraints.bits, programShape(tool, difficulty, constraints))
}

/** The shape of programs of a difficulty. */
export function programShape(tool: X86Tool, difficulty: ProgramDifficulty, constraints: ProgramConstraints): ProgramShape {
  const { bits, only = () => true } = constraints
  const codes = usableCodes(tool.codes(bits), bits).filter(code => only(code.mnemonic))
  const legacy = codes.filter(code => code.encoding === 'Legacy')
  const make = (list: readonly CodeDescription[], freedom: FreedomOf): InstructionMaker => instructionMaker(tool, codePool(list), freedom)
  switch (difficulty) {
    case 'easy': {
      const onRegisters = make(
        legacy.filter(code => !needsMemory(code)),
        easyFreedom,
      )
      return { least: 1, most: 1, ordinary: onRegisters, specials: [onRegisters] }
    }
    case 'medium': {
      const inMemory = make(legacy.filter(canHaveMemory), () => ({ ...MEDIUM, memory: 'always' }))
      return { least: 2, most: 4, ordinary: make(legacy, () => MEDIUM), specials: [inMemory] }
    }
    case 'hard': {
      const vector = make(
        codes.filter(code => code.encoding !== 'Legacy'),
        () => HARD,
      )
      const plain = make(legacy, () => HARD)
      const ordinary: InstructionMaker = (choose, place) => (choose.boolean() ? vector : plain)(choose, place)
      return { least: 6, most: 10, ordinary, specials: [vector] }
    }
  }
}

/** A freedom without its place. */
export type FreedomOf = (choose: Choose, bits: Bits) => Omit<Freedom, 'bits' | 'ip'>

const REGISTERS_ONLY = { memory: 'never', ripRelative: 'never', decorations: false } as const
const easyFreedom: FreedomOf = (choose, bits) => ({
  ...REGISTERS_ONLY,
  extended: bits === 64 && choose.boolean(),
  bytes: ['low', 'high'],
})
const MEDIUM: Omit<Freedom, 'bits' | 'ip'> = {
  memory: 'sometimes',
  extended: true,
  bytes: ['low', 'high', 'uniform'],
  ripRelative: 'never',
  decorations: false,
}
const HARD: Omit<Freedom, 'bits' | 'ip'> = { ...MEDIUM, ripRelative: 'sometimes', decorations: true }

/** Whether one of its operands can only stand in memory. */
export function needsMemory(code: CodeDescription): boolean {
  return code.operands.some(kind => /^(?:mem|sibmem|seg_r|es_r)/.test(kind))
}

/** Whether one of its operands can stand at an address that is drawn. */
export function canHaveMemory(code: CodeDescription): boolean {
  return code.operands.some(kind => kind.includes('mem') && kind !== 'mem_offs' && !kind.endsWith('_reg_mem'))
}

/** One draw in so many is of a mnemonic with few instructions. */
const FEW = 32

/** Draws instructions from a pool: the mnemonic first, then one of its codes, then the operands. */
export function instructionMaker(tool: X86Tool, pool: CodePool, freedomOf: FreedomOf): InstructionMaker {
  const varied = pool.varied.length > 0 ? pool.varied : pool.few
  return (choose, { bits, ip }) => {
    const entries = pool.few.length > 0 && choose.integer(0, FEW - 1) === FEW - 1 ? pool.few : varied
    if (entries.length === 0) return undefined
    const code = choose.pick(choose.pick(entries).codes)
    const draft = drawInstruction(choose, code, { bits, ip, ...freedomOf(choose, bits) })
    return isExchangeWithItself(draft) ? undefined : tool.encode(bits, draft, ip)
  }
}

/** One instruction as often of each kind as in whole programs of a shape. */
export function oneInstruction(tool: X86Tool, bits: Bits, shape: ProgramShape): fc.Arbitrary<Program> {
  const { least, most, ordinary, specials } = shape
  const anyOf: InstructionMaker = (choose, place) => {
    const at = choose.integer(0, Math.round((least + most) / 2) - 1)
    return (specials[at] ?? ordinary)(choose, place)
  }
  return programOf(tool, bits, { least: 1, most: 1, ordinary: anyOf, specials: [anyOf] })
}

/** Programs of a shape, at any address from 0x1000 to 0x7fff0000. */
export function programOf(tool: X86Tool, bits: Bits, shape: ProgramShape): fc.Arbitrary<Program> {
  return fromChoices(choose => drawProgram(choose, tool, bits, shape))
}

const LEAST_IP = 0x1000
const MOST_IP = 0x7fff_0000

/** Draws a program of a shape. */
export function drawProgram(choose: Choose, tool: X86Tool, bits: Bits, shape: ProgramShape): Program {
  const count = choose.integer(shape.least, shape.most)
  const [first, second] = shape.specials
  const firstAt = choose.integer(0, count - 1)
  const secondAt = second !== undefined && count > 1 ? (firstAt + choose.integer(1, count - 1)) % count : -1
  const ip = choose.integer(LEAST_IP, MOST_IP)
  const parts: Uint8Array[] = []
  let length = 0
  for (let index = 0; index < count; index++) {
    const maker = index === firstAt ? first : index === secondAt ? second : shape.ordinary
    const bytes = drawUntil(choose, next => (maker ?? shape.ordinary)(next, { bits, ip: ip + length }))
    parts.push(bytes)
    length += bytes.length
  }
  const bytes = joinBytes(parts, length)
  const decoding = tool.decode(bits, bytes, ip)
  if (decoding._tag === 'Broken' || decoding.instructions.length !== count) {
    throw new Error(`iced does not read back what it wrote: ${bytes.join(' ')}`)
  }
  return { bits, ip, bytes, instructions: decoding.instructions }
}

function joinBytes(parts: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length)
  let offset = 0
  for (const part of parts) {
    joined.set(part, offset)
    offset += part.length
  }
  return joined
}
