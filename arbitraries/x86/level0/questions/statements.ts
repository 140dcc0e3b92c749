import type { Instruction } from '../../iced/iced'

/** What a statement can be about. */
export type Facts = Pick<Instruction, 'mnemonic' | 'length'>

/** A statement about one instruction, counted from 0: it is, or is not, of a mnemonic or a length. */
export interface Statement {
  readonly index: number
  readonly about: keyof Facts
  readonly value: string | number
  readonly denies: boolean
}

/** How a statement is chosen; each number is taken modulo what there is to choose from. */
export interface StatementChoice {
  readonly which: number
  readonly length: boolean
  readonly denies: boolean
}

/** The statement as the text of a row has it. */
export const printStatement = ({ index, about, value, denies }: Statement): string =>
  about === 'mnemonic'
    ? `instruction ${index} is ${denies ? 'not ' : ''}${value}`
    : `instruction ${index} ${denies ? 'does not have' : 'has'} ${value} bytes`

const SPELLED = /^instruction (\d+) (?:is (not )?(\S+)|(has|does not have) (\d+) bytes)$/

/** The statement that a text of `printStatement` makes. */
export function readStatement(text: string): Statement | undefined {
  const [, index, not, mnemonic, has, length] = SPELLED.exec(text) ?? []
  if (index === undefined) return undefined
  return mnemonic === undefined
    ? { index: Number(index), about: 'length', value: Number(length), denies: has !== 'has' }
    : { index: Number(index), about: 'mnemonic', value: mnemonic, denies: not !== undefined }
}

/** Whether a statement is true of instructions; one about an instruction that is not there is not. */
export function isTrueOf({ index, about, value, denies }: Statement, instructions: readonly Facts[]): boolean {
  const subject = instructions[index]
  return subject !== undefined && (subject[about] === value) !== denies
}

/**
 * A true statement: what the instruction is, or what it is not, for which `other` lends its name or length. So a value says
 * nothing by itself: true statements, and those that `untrue` makes of them, have the instruction's own as often as another's.
 */
export function trueStatement(instructions: readonly Facts[], other: Facts, { which, length, denies }: StatementChoice): Statement {
  const index = which % instructions.length
  const about = length ? 'length' : 'mnemonic'
  const own = (instructions[index] as Facts)[about]
  return denies && other[about] !== own ? { index, about, value: other[about], denies } : { index, about, value: own, denies: false }
}

/** The same statement with the other value: where it was true of the instructions, it is false; undefined where there is none. */
export function untrue({ index, about, denies }: Statement, instructions: readonly Facts[], other: Facts): Statement | undefined {
  const own = instructions[index]?.[about]
  if (own === undefined || own === other[about]) return undefined
  return { index, about, value: denies ? own : other[about], denies }
}
