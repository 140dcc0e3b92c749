import type * as fc from 'fast-check'
import type { Choose } from '../../../choiceSequence'
import { codePool } from '../../codes/codePool'
import type { CodeDescription, InstructionDraft, MemoryDraft } from '../../instructions/draft'
import { drawInstruction } from '../../instructions/drawInstruction'
import type { Freedom } from '../../instructions/freedom'
import type { X86Tool } from '../../iced/iced'
import { extremeImmediate, predicatesOf } from '../../instructions/immediates'
import { encodePrefixed, isPrefixable } from './prefixes'
import {
  canHaveMemory,
  type InstructionMaker,
  needsMemory,
  type CodeLocation,
  type Program,
  type ProgramConstraints,
  type ProgramDifficulty,
  programOf,
  programShape,
} from '../../programs/program'
import { usableCodes } from '../../codes/usableCodes'

/** Named edge of machine code. */
export type ProgramEdge = keyof typeof RECIPES

/** Recipe for drawing the instruction that makes a program an edge case. */
interface Recipe {
  readonly difficulties: readonly ProgramDifficulty[]
  /** True if the edge exists only in 64-bit code. */
  readonly only64?: true
  readonly codes: (code: CodeDescription) => boolean
  readonly freedom?: Partial<Freedom>
  readonly edit?: (choose: Choose, draft: InstructionDraft) => InstructionDraft
  readonly encode?: (choose: Choose, tool: X86Tool, location: CodeLocation, draft: InstructionDraft) => Uint8Array | undefined
  /** Returns true if the text or the bytes of an instruction show the edge. */
  readonly shows: (text: string, bytes: Uint8Array) => boolean
}

const ALL_DIFFICULTIES = ['easy', 'medium', 'hard'] as const
const IN_MEMORY = ['medium', 'hard'] as const

const legacy = (code: CodeDescription): boolean => code.encoding === 'Legacy'
const hasAddress = (code: CodeDescription): boolean => canHaveMemory(code) && !code.operands.some(kind => kind.includes('vsib'))
const hasBytes = (code: CodeDescription): boolean => legacy(code) && code.operands.some(kind => kind.startsWith('r8_'))
const hasImmediate = (code: CodeDescription): boolean =>
  predicatesOf(code.mnemonic) === 0 && code.operands.some(kind => /^imm(?:8|16|32|64|\d+sex\d+)$/.test(kind))

const RECIPES = {
  fifteenByte: {
    difficulties: ALL_DIFFICULTIES,
    codes: isPrefixable,
    encode: (choose, tool, location, draft) => encodePrefixed(choose, tool, location, draft, 'fill'),
    shows: (_text, bytes) => bytes.length === 15,
  },
  redundantPrefix: {
    difficulties: ALL_DIFFICULTIES,
    codes: isPrefixable,
    encode: (choose, tool, location, draft) => encodePrefixed(choose, tool, location, draft, choose.integer(1, 3)),
    shows: (text, bytes) => /^(?:2e|36|3e|26)/.test(hexByte(bytes[0])) && !/[c-es]s:/.test(text),
  },
  extremeImmediate: {
    difficulties: ALL_DIFFICULTIES,
    codes: hasImmediate,
    edit: withExtremeImmediates,
    shows: text => text.split(/,? /).some(word => EXTREME_VALUES.has(word)),
  },
  highByteRegister: {
    difficulties: ALL_DIFFICULTIES,
    codes: hasBytes,
    freedom: { bytes: ['high'] },
    shows: text => /[ ,][abcd]h\b/.test(text),
  },
  uniformByteRegister: {
    difficulties: ALL_DIFFICULTIES,
    only64: true,
    codes: hasBytes,
    freedom: { bytes: ['uniform'] },
    shows: text => /\b(?:spl|bpl|sil|dil)\b/.test(text),
  },
  extremeDisplacement: {
    difficulties: IN_MEMORY,
    codes: hasAddress,
    edit: (choose, draft) => withMemory(draft, memory => ({ ...memory, ...choose.pick(EXTREME_DISPLACEMENTS) }), true),
    shows: text => /(?: - 0x80| \+ 0x7f| - 0x80000000| \+ 0x7fffffff)\]/.test(text),
  },
  ripRelative: {
    difficulties: IN_MEMORY,
    only64: true,
    codes: code => hasAddress(code) && !code.operands.some(kind => /mpx|mib|sibmem/.test(kind)),
    freedom: { ripRelative: 'always', decorations: false },
    shows: text => text.includes('[rip'),
  },
  zeroDisplacement: {
    difficulties: IN_MEMORY,
    codes: hasAddress,
    edit: (choose, draft) => withMemory(draft, memory => atBase(memory, choose.pick(['bp', 'r13'])), false),
    shows: text => /\[(?:[re]bp|r13d?)(?: \+ [a-z]\w*(?:\*\d)?)?\]/.test(text),
  },
  stackPointerBase: {
    difficulties: IN_MEMORY,
    codes: hasAddress,
    edit: (choose, draft) => withMemory(draft, memory => ({ ...memory, base: baseOf(memory, choose.pick(['sp', 'r12'])) }), true),
    shows: text => /\[(?:[re]sp|r12d?)\b/.test(text),
  },
  absoluteOffset: {
    difficulties: IN_MEMORY,
    codes: code => code.operands.includes('mem_offs'),
    shows: (_text, bytes) => /^(?:2e|36|3e|26|64|65|66|67|f2|f3|4[0-9a-f])*a[0-3]/.test(hexOf(bytes)),
  },
} satisfies Record<string, Recipe>

/** Names of all edges. */
export const PROGRAM_EDGES = Object.keys(RECIPES) as readonly ProgramEdge[]

/** Returns true if an edge exists at a difficulty in a mode. */
export function edgeExists(edge: ProgramEdge, difficulty: ProgramDifficulty, bits: 32 | 64): boolean {
  const recipe: Recipe = RECIPES[edge]
  return recipe.difficulties.includes(difficulty) && (bits === 64 || recipe.only64 !== true)
}

/** Returns true if some instruction of a program shows the edge. */
export function showsEdge(edge: ProgramEdge, { bytes, instructions }: Program): boolean {
  const recipe: Recipe = RECIPES[edge]
  return instructions.some(({ text, offset, length }) => recipe.shows(text, bytes.subarray(offset, offset + length)))
}

/**
 * Returns an arbitrary of programs of a difficulty with one instruction that shows an edge. The edge must exist there, see
 * {@link edgeExists}.
 */
export function edgeProgram(
  tool: X86Tool,
  edge: ProgramEdge,
  difficulty: ProgramDifficulty,
  constraints: ProgramConstraints,
): fc.Arbitrary<Program> {
  const shape = programShape(tool, difficulty, constraints)
  const special = edgeMaker(tool, RECIPES[edge], difficulty, constraints)
  return programOf(tool, constraints.bits, { ...shape, specials: [special, shape.specials[0]] })
}

function edgeMaker(tool: X86Tool, recipe: Recipe, difficulty: ProgramDifficulty, constraints: ProgramConstraints): InstructionMaker {
  const { bits, only = () => true } = constraints
  const eligible = usableCodes(tool.codes(bits), bits).filter(
    code => only(code.mnemonic) && recipe.codes(code) && (difficulty === 'hard' || legacy(code)),
  )
  const pool = codePool(difficulty === 'easy' ? eligible.filter(code => !needsMemory(code)) : eligible)
  const entries = [...pool.varied, ...pool.few]
  const inMemory = recipe.difficulties.length === IN_MEMORY.length
  return (choose, location) => {
    const code = choose.pick(choose.pick(entries).codes)
    const drawn = drawInstruction(choose, code, {
      ...location,
      memory: difficulty === 'easy' ? 'never' : inMemory ? 'always' : 'sometimes',
      extended: difficulty !== 'easy',
      bytes: ['low', 'high', 'uniform'],
      ripRelative: 'never',
      decorations: difficulty === 'hard',
      ...recipe.freedom,
    })
    const draft = recipe.edit === undefined ? drawn : recipe.edit(choose, drawn)
    const bytes = recipe.encode === undefined ? tool.encode(bits, draft, location.ip) : recipe.encode(choose, tool, location, draft)
    const text = bytes === undefined ? undefined : tool.decode(bits, bytes, location.ip).instructions[0]?.text
    return bytes !== undefined && text !== undefined && recipe.shows(text, bytes) ? bytes : undefined
  }
}

/** All ones, the smallest and the largest signed number of each width, and the same sign-extended to larger widths. */
const EXTREME_VALUES: ReadonlySet<string> = new Set(
  [8, 16, 32, 64].flatMap(width =>
    [-1n, -(1n << BigInt(width - 1)), (1n << BigInt(width - 1)) - 1n].flatMap(value =>
      [8, 16, 32, 64].filter(wide => wide >= width).map(wide => `0x${BigInt.asUintN(wide, value).toString(16)}`),
    ),
  ),
)

const EXTREME_DISPLACEMENTS = [
  { displacement: 0x7fn, displacementForm: 'short' },
  { displacement: -0x80n, displacementForm: 'short' },
  { displacement: 0x7fff_ffffn, displacementForm: 'long' },
  { displacement: -0x8000_0000n, displacementForm: 'long' },
] as const

function withExtremeImmediates(choose: Choose, draft: InstructionDraft): InstructionDraft {
  const operands = draft.operands.map(operand =>
    operand._tag === 'immediate' ? { ...operand, value: extremeImmediate(choose, operand) } : operand,
  )
  return { ...draft, operands }
}

/** Edits the address of the memory operand. If `based`, an address without a base register first gets one. */
function withMemory(draft: InstructionDraft, edit: (memory: MemoryDraft) => MemoryDraft, based: boolean): InstructionDraft {
  const operands = draft.operands.map(operand => {
    if (operand._tag !== 'memory') return operand
    const { memory } = operand
    const absolute = based && memory.base === 'none'
    return { _tag: 'memory' as const, memory: edit(absolute ? { ...memory, base: baseOf(memory, 'bx') } : memory) }
  })
  return { ...draft, operands }
}

function atBase(memory: MemoryDraft, name: string): MemoryDraft {
  return { ...memory, base: baseOf(memory, name), displacement: 0n, displacementForm: 'short' }
}

function baseOf({ addressBits }: MemoryDraft, name: string): string {
  if (name.startsWith('r')) return addressBits === 64 ? name : `${name}d`
  return `${addressBits === 64 ? 'r' : 'e'}${name}`
}

function hexByte(byte: number | undefined): string {
  return (byte ?? 0).toString(16).padStart(2, '0')
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, hexByte).join('')
}
