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

/** Machine code and its decoded instructions. */
export interface Program {
  readonly bits: Bits
  /** Address of the first byte. */
  readonly ip: number
  readonly bytes: Uint8Array
  readonly instructions: readonly Instruction[]
}

/** Difficulty of a program, see {@link program}. */
export type ProgramDifficulty = 'easy' | 'medium' | 'hard'

/** Constraints on the instructions of a program. */
export interface ProgramConstraints {
  readonly bits: Bits
  /**
   * Predicate of allowed mnemonics. Comparisons with a predicate in their name are passed without it. By default, all are
   * allowed.
   */
  readonly only?: (mnemonic: string) => boolean
}

/** Mode and address at which an instruction will be. */
export interface CodeLocation {
  readonly bits: Bits
  readonly ip: number
}

/**
 * Function that draws one instruction for a location. It returns undefined if the drawn instruction cannot be encoded
 * there.
 */
export type InstructionMaker = (choose: Choose, location: CodeLocation) => Uint8Array | undefined

/** Structure of the programs of one difficulty. */
export interface ProgramShape {
  readonly minInstructions: number
  readonly maxInstructions: number
  /** Maker of any instruction of the program. */
  readonly ordinary: InstructionMaker
  /**
   * Makers of at most two instructions, at random positions, that characterize the program. A program of one instruction
   * has only the first.
   */
  readonly specials: readonly [InstructionMaker, InstructionMaker?]
}

/**
 * Returns an arbitrary of programs of a difficulty:
 *
 * - easy: one instruction on registers
 * - medium: two to four legacy instructions, at least one with a memory operand
 * - hard: six to ten instructions, at least one with VEX or EVEX
 */
export function program(tool: X86Tool, difficulty: ProgramDifficulty, constraints: ProgramConstraints): fc.Arbitrary<Program> {
  return programOf(tool, constraints.bits, programShape(tool, difficulty, constraints))
}

/** Returns the shape of programs of a difficulty. */
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
      return { minInstructions: 1, maxInstructions: 1, ordinary: onRegisters, specials: [onRegisters] }
    }
    case 'medium': {
      const inMemory = make(legacy.filter(canHaveMemory), () => ({ ...MEDIUM, memory: 'always' }))
      return { minInstructions: 2, maxInstructions: 4, ordinary: make(legacy, () => MEDIUM), specials: [inMemory] }
    }
    case 'hard': {
      const vector = make(
        codes.filter(code => code.encoding !== 'Legacy'),
        () => HARD,
      )
      const plain = make(legacy, () => HARD)
      const ordinary: InstructionMaker = (choose, location) => (choose.boolean() ? vector : plain)(choose, location)
      return { minInstructions: 6, maxInstructions: 10, ordinary, specials: [vector] }
    }
  }
}

/** Function that draws the freedom of an instruction, without its location. */
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

/** Returns true if an operand can only be in memory. */
export function needsMemory(code: CodeDescription): boolean {
  return code.operands.some(kind => /^(?:mem|sibmem|seg_r|es_r)/.test(kind))
}

/** Returns true if an operand can be at a drawn address. */
export function canHaveMemory(code: CodeDescription): boolean {
  return code.operands.some(kind => kind.includes('mem') && kind !== 'mem_offs' && !kind.endsWith('_reg_mem'))
}

/** One draw in this many is of a mnemonic with few instructions. */
const FEW_FORMS_ODDS = 32

/** Returns a maker that draws from a pool: first the mnemonic, then one of its codes, then the operands. */
export function instructionMaker(tool: X86Tool, pool: CodePool, freedomOf: FreedomOf): InstructionMaker {
  const varied = pool.varied.length > 0 ? pool.varied : pool.few
  return (choose, { bits, ip }) => {
    const entries = pool.few.length > 0 && choose.integer(0, FEW_FORMS_ODDS - 1) === FEW_FORMS_ODDS - 1 ? pool.few : varied
    if (entries.length === 0) return undefined
    const code = choose.pick(choose.pick(entries).codes)
    const draft = drawInstruction(choose, code, { bits, ip, ...freedomOf(choose, bits) })
    return isExchangeWithItself(draft) ? undefined : tool.encode(bits, draft, ip)
  }
}

/** Returns an arbitrary of single instructions, with each kind as frequent as in whole programs of a shape. */
export function oneInstruction(tool: X86Tool, bits: Bits, shape: ProgramShape): fc.Arbitrary<Program> {
  const { minInstructions, maxInstructions, ordinary, specials } = shape
  const anyOf: InstructionMaker = (choose, location) => {
    const at = choose.integer(0, Math.round((minInstructions + maxInstructions) / 2) - 1)
    return (specials[at] ?? ordinary)(choose, location)
  }
  return programOf(tool, bits, { minInstructions: 1, maxInstructions: 1, ordinary: anyOf, specials: [anyOf] })
}

/** Returns an arbitrary of programs of a shape, at any address from 0x1000 to 0x7fff0000. */
export function programOf(tool: X86Tool, bits: Bits, shape: ProgramShape): fc.Arbitrary<Program> {
  return fromChoices(choose => drawProgram(choose, tool, bits, shape))
}

const MIN_IP = 0x1000
const MAX_IP = 0x7fff_0000

/**
 * Draws a program of a shape.
 *
 * @throws Error if iced does not decode what it has encoded.
 */
export function drawProgram(choose: Choose, tool: X86Tool, bits: Bits, shape: ProgramShape): Program {
  const count = choose.integer(shape.minInstructions, shape.maxInstructions)
  const [first, second] = shape.specials
  const firstAt = choose.integer(0, count - 1)
  const secondAt = second !== undefined && count > 1 ? (firstAt + choose.integer(1, count - 1)) % count : -1
  const ip = choose.integer(MIN_IP, MAX_IP)
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
