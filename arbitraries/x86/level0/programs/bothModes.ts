import type * as fc from 'fast-check'
import { type Choose, fromChoices } from '../../../choiceSequence'
import { drawList } from '../../../drawList'
import { codePool } from '../../codes/codePool'
import type { CodeDescription } from '../../instructions/draft'
import type { Instruction, X86Tool } from '../../iced/iced'
import { once } from '../../once'
import {
  drawProgram,
  type FreedomOf,
  type InstructionMaker,
  instructionMaker,
  needsMemory,
  type Program,
  type ProgramDifficulty,
  type ProgramShape,
} from '../../programs/program'
import { drawInstruction } from '../../instructions/drawInstruction'
import { usableCodes } from '../../codes/usableCodes'

/** An address whose reading does not depend on the mode. */
const SAMPLE_IP = 0x40_1000

const ON_REGISTERS = { memory: 'never', extended: false, bytes: ['low', 'high'], ripRelative: 'never' } as const

/**
 * Programs that say the same in 32- and in 64-bit code. Addresses and pushes differ with the mode, so these work on
 * registers; hard ones have VEX or EVEX instructions.
 */
export function programInBothModes(
  tool: X86Tool,
  difficulty: ProgramDifficulty,
  only: (mnemonic: string) => boolean = () => true,
): fc.Arbitrary<Program> {
  const shape = shapeInBothModes(tool, difficulty, only)
  return fromChoices(choose => drawProgram(choose, tool, 32, shape))
}

/** Whether bytes say the same in both modes. */
export function saysTheSame(tool: X86Tool, bytes: Uint8Array, ip: number): boolean {
  const one = tool.decode(32, bytes, ip)
  const other = tool.decode(64, bytes, ip)
  if (one._tag === 'Broken' || other._tag === 'Broken') return false
  return (
    one.instructions.length === other.instructions.length &&
    one.instructions.every((instruction, index) => sameInstruction(instruction, other.instructions[index]))
  )
}

function sameInstruction(one: Instruction, other: Instruction | undefined): boolean {
  return one.text === other?.text && one.length === other.length && one.operands.join() === other.operands.join()
}

/** The shape of programs that say the same in both modes. */
export function shapeInBothModes(tool: X86Tool, difficulty: ProgramDifficulty, only: (mnemonic: string) => boolean): ProgramShape {
  const codes = sharedCodes(tool).filter(code => only(code.mnemonic))
  const legacy = onlyShared(
    tool,
    maker(
      tool,
      codes.filter(code => code.encoding === 'Legacy'),
    ),
  )
  if (difficulty === 'easy') return { least: 1, most: 1, ordinary: legacy, specials: [legacy] }
  if (difficulty === 'medium') return { least: 2, most: 4, ordinary: legacy, specials: [legacy] }
  const vector = onlyShared(
    tool,
    maker(
      tool,
      codes.filter(code => code.encoding !== 'Legacy'),
    ),
  )
  const ordinary: InstructionMaker = (choose, place) => choose.pick([legacy, vector])(choose, place)
  return { least: 6, most: 10, ordinary, specials: [vector] }
}

/** Codes that exist in both modes and whose simplest instruction says the same in both. */
const sharedCodes = once((tool: X86Tool): readonly CodeDescription[] => {
  const in64 = new Set(usableCodes(tool.codes(64), 64).map(code => code.name))
  return usableCodes(tool.codes(32), 32).filter(code => in64.has(code.name) && !needsMemory(code) && isShared(tool, code))
})

function isShared(tool: X86Tool, code: CodeDescription): boolean {
  const draft = drawInstruction(SIMPLEST, code, { ...ON_REGISTERS, bits: 32, ip: SAMPLE_IP, decorations: false })
  const bytes = tool.encode(32, draft, SAMPLE_IP)
  return bytes !== undefined && saysTheSame(tool, bytes, SAMPLE_IP)
}

/** Chooses the simplest of everything. */
const SIMPLEST: Choose = {
  integer: min => min,
  boolean: () => false,
  pick: list => list[0] as (typeof list)[number],
  bits: () => 0n,
  list: (length, item) => drawList(SIMPLEST.integer, length, item),
}

const freedom: FreedomOf = () => ({ ...ON_REGISTERS, decorations: true })

function maker(tool: X86Tool, codes: readonly CodeDescription[]): InstructionMaker {
  return instructionMaker(tool, codePool(codes), freedom)
}

function onlyShared(tool: X86Tool, made: InstructionMaker): InstructionMaker {
  return (choose, place) => {
    const bytes = made(choose, place)
    return bytes !== undefined && saysTheSame(tool, bytes, place.ip) ? bytes : undefined
  }
}
