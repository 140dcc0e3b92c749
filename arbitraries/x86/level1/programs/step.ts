import type { Choose } from '../../../choiceSequence'
import type { Instruction, Operand } from '../../interpreter/instruction'
import { type Form, WHITELIST } from '../../interpreter/whitelist'
import { drawOperand, type OperandStyle } from './operands'
import { prepareState, prepareOperands } from './prepare'
import type { ProgramBuilder } from './programBuilder'

/**
 * Forms to draw from, grouped by mnemonic. The group is drawn first, so that mnemonics with many forms are not more
 * frequent.
 */
export type Pool = readonly (readonly Form[])[]

/** Returns the accepted forms of the whitelist, grouped. */
export function createPool(accepts: (form: Form) => boolean): Pool {
  const groups = new Map<string, Form[]>()
  for (const form of WHITELIST.filter(accepts)) groups.set(groupOf(form), [...(groups.get(groupOf(form)) ?? []), form])
  return [...groups.values()]
}

/**
 * Returns the name of a form's group. Mnemonics that differ only in a condition, or in the size of a string, share one
 * group.
 */
const groupOf = ({ mnemonic }: Form): string =>
  /^(?:j|set|cmov)(?!mp|ecxz|rcxz)/.exec(mnemonic)?.[0] ?? mnemonic.replace(/^(movs|cmps|stos|lods|scas)[bwdq]$/, '$1')

/** Requirements for the next instruction. */
export interface InstructionSpec {
  readonly pool: Pool
  readonly style: OperandStyle
  /** True if it should have a prefix, if it can have one. */
  readonly prefixed?: boolean
  /** True if it may read an undefined flag, whose value the question then states. */
  readonly assumesFlag?: boolean
  /** Predicate that the instruction must satisfy. */
  readonly accepts?: (instruction: Instruction) => boolean
}

const MAX_ATTEMPTS = 40

/** Adds an instruction that meets a spec. Returns false if none was found. */
export function addInstruction(choose: Choose, builder: ProgramBuilder, spec: InstructionSpec): boolean {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    const instruction = drawInstruction(choose, builder, spec)
    if (instruction !== undefined && spec.accepts?.(instruction) !== false && builder.add(instruction, spec.assumesFlag)) return true
  }
  return false
}

/** Draws an instruction that could come next. Returns undefined if there are no suitable operands. */
export function drawInstruction(
  choose: Choose,
  builder: ProgramBuilder,
  { pool, style, prefixed = false }: InstructionSpec,
): Instruction | undefined {
  const form = choose.pick(choose.pick(pool))
  prepareState(choose, builder, form)
  const operands: (Operand | undefined)[] = []
  for (const at of form.operands.keys()) operands.push(drawOperand(choose, builder, form, at, style))
  if (operands.includes(undefined)) return undefined
  const canPrefix = form.prefixes.length > 0 && (form.prefixes[0] !== 'lock' || operands[0]?._tag === 'Memory')
  const prefix = prefixed && canPrefix ? choose.pick(form.prefixes) : undefined
  const instruction = { prefix, mnemonic: form.mnemonic, operands: operands as Operand[] }
  prepareOperands(choose, builder, instruction)
  return instruction
}
