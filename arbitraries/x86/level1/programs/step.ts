import type { Choose } from '../../../choiceSequence'
import type { Instruction, Operand } from '../../interpreter/instruction'
import { type Form, WHITELIST } from '../../interpreter/whitelist'
import { drawOperand, type Taste } from './operands'
import { prepare, prepareFor } from './prepare'
import type { Sketch } from './sketch'

/** Forms to draw from: first one of the mnemonics, so that those of many forms are not more frequent. */
export type Pool = readonly (readonly Form[])[]

/** The forms of the whitelist that are accepted. */
export function poolOf(accepts: (form: Form) => boolean): Pool {
  const groups = new Map<string, Form[]>()
  for (const form of WHITELIST.filter(accepts)) groups.set(groupOf(form), [...(groups.get(groupOf(form)) ?? []), form])
  return [...groups.values()]
}

/** Mnemonics that differ in a condition, or in the size of a string, count as one. */
const groupOf = ({ mnemonic }: Form): string =>
  /^(?:j|set|cmov)(?!mp|ecxz|rcxz)/.exec(mnemonic)?.[0] ?? mnemonic.replace(/^(movs|cmps|stos|lods|scas)[bwdq]$/, '$1')

/** What the next instruction is to be. */
export interface Wish {
  readonly pool: Pool
  readonly taste: Taste
  /** With its prefix, if it can have one. */
  readonly prefixed?: boolean
  /** It may read an undefined flag, which is then told. */
  readonly tells?: boolean
  /** What must be so for it to be taken. */
  readonly accepts?: (instruction: Instruction) => boolean
}

const TRIES = 40

/** Adds an instruction as wished; false where none was found. */
export function step(choose: Choose, sketch: Sketch, wish: Wish): boolean {
  for (let tries = 0; tries < TRIES; tries++) {
    const instruction = drawInstruction(choose, sketch, wish)
    if (instruction !== undefined && wish.accepts?.(instruction) !== false && sketch.add(instruction, wish.tells)) return true
  }
  return false
}

/** Draws an instruction that could come next; undefined where its operands are not to be had. */
export function drawInstruction(choose: Choose, sketch: Sketch, { pool, taste, prefixed = false }: Wish): Instruction | undefined {
  const form = choose.pick(choose.pick(pool))
  prepare(choose, sketch, form)
  const operands: (Operand | undefined)[] = []
  for (const at of form.operands.keys()) operands.push(drawOperand(choose, sketch, form, at, taste))
  if (operands.includes(undefined)) return undefined
  const canPrefix = form.prefixes.length > 0 && (form.prefixes[0] !== 'lock' || operands[0]?._tag === 'Memory')
  const prefix = prefixed && canPrefix ? choose.pick(form.prefixes) : undefined
  const instruction = { prefix, mnemonic: form.mnemonic, operands: operands as Operand[] }
  prepareFor(choose, sketch, instruction)
  return instruction
}
