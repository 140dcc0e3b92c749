import type * as fc from 'fast-check'
import { type Choose, fromChoices } from '../../../choiceSequence'
import { drawList } from '../../../drawList'
import { codePool } from '../../codes/codePool'
import type { CodeDescription } from '../../instructions/draft'
import type { Instruction, X86Tool } from '../../iced/iced'
import { memoize } from '../../memoize'
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

/** Address at which decoding does not depend on the mode. */
const SAMPLE_IP = 0x40_1000

const ON_REGISTERS = { memory: 'never', extended: false, bytes: ['low', 'high'], ripRelative: 'never' } as const

/**
 * Returns an arbitrary of programs with the same meaning in 32-bit and 64-bit code. Addresses and pushes differ with the
 * mode, so the programs use registers only. Hard ones have VEX or EVEX instructions.
 */
export function programInBothModes(
  tool: X86Tool,
  difficulty: ProgramDifficulty,
  only: (mnemonic: string) => boolean = () => true,
): fc.Arbitrary<Program> {
  const shape = shapeInBothModes(tool, difficulty, only)
  return fromChoices(choose => drawProgram(choose, tool, 32, shape))
}

/** Returns true if bytes decode to the same instructions in both modes. */
export function decodesEqually(tool: X86Tool, bytes: Uint8Array, ip: number): boolean {
  const one = tool.decode(32, bytes, ip)
  const other = tool.decode(64, bytes, ip)
  if (one._tag === 'Broken' || other._tag === 'Broken') return false
  return (
    one.instructions.length === other.instructions.length &&
    one.instructions.every((instruction, index) => isSameInstruction(instruction, other.instructions[index]))
  )
}

function isSameInstruction(one: Instruction, other: Instruction | undefined): boolean {
  return one.text === other?.text && one.length === other.length && one.operands.join() === other.operands.join()
}

/** Returns the shape of programs that decode equally in both modes. */
export function shapeInBothModes(tool: X86Tool, difficulty: ProgramDifficulty, only: (mnemonic: string) => boolean): ProgramShape {
  const codes = sharedCodes(tool).filter(code => only(code.mnemonic))
  const legacy = onlyShared(
    tool,
    maker(
      tool,
      codes.filter(code => code.encoding === 'Legacy'),
    ),
  )
  if (difficulty === 'easy') return { minInstructions: 1, maxInstructions: 1, ordinary: legacy, specials: [legacy] }
  if (difficulty === 'medium') return { minInstructions: 2, maxInstructions: 4, ordinary: legacy, specials: [legacy] }
  const vector = onlyShared(
    tool,
    maker(
      tool,
      codes.filter(code => code.encoding !== 'Legacy'),
    ),
  )
  const ordinary: InstructionMaker = (choose, location) => choose.pick([legacy, vector])(choose, location)
  return { minInstructions: 6, maxInstructions: 10, ordinary, specials: [vector] }
}

/** Returns the codes that exist in both modes and whose simplest instruction decodes equally in both. */
const sharedCodes = memoize((tool: X86Tool): readonly CodeDescription[] => {
  const in64 = new Set(usableCodes(tool.codes(64), 64).map(code => code.name))
  return usableCodes(tool.codes(32), 32).filter(code => in64.has(code.name) && !needsMemory(code) && isShared(tool, code))
})

function isShared(tool: X86Tool, code: CodeDescription): boolean {
  const draft = drawInstruction(SIMPLEST, code, { ...ON_REGISTERS, bits: 32, ip: SAMPLE_IP, decorations: false })
  const bytes = tool.encode(32, draft, SAMPLE_IP)
  return bytes !== undefined && decodesEqually(tool, bytes, SAMPLE_IP)
}

/** Choices that are always the simplest. */
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
  return (choose, location) => {
    const bytes = made(choose, location)
    return bytes !== undefined && decodesEqually(tool, bytes, location.ip) ? bytes : undefined
  }
}
