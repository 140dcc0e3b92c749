import type { Instruction } from '../../iced/iced'

/** Properties of an instruction that a statement can be about. */
export type Facts = Pick<Instruction, 'mnemonic' | 'length'>

/** Statement about one instruction, counted from 0: it has, or does not have, a mnemonic or a length. */
export interface Statement {
  readonly index: number
  readonly about: keyof Facts
  readonly value: string | number
  readonly denies: boolean
}

/** Choice of a statement. `which` is taken modulo the number of instructions. */
export interface StatementChoice {
  readonly which: number
  readonly length: boolean
  readonly denies: boolean
}

/** Returns the statement as the text of a row. */
export const printStatement = ({ index, about, value, denies }: Statement): string =>
  about === 'mnemonic'
    ? `instruction ${index} is ${denies ? 'not ' : ''}${value}`
    : `instruction ${index} ${denies ? 'does not have' : 'has'} ${value} bytes`

const STATEMENT = /^instruction (\d+) (?:is (not )?(\S+)|(has|does not have) (\d+) bytes)$/

/** Parses the text of a statement, or returns undefined. */
export function readStatement(text: string): Statement | undefined {
  const [, index, not, mnemonic, has, length] = STATEMENT.exec(text) ?? []
  if (index === undefined) return undefined
  return mnemonic === undefined
    ? { index: Number(index), about: 'length', value: Number(length), denies: has !== 'has' }
    : { index: Number(index), about: 'mnemonic', value: mnemonic, denies: not !== undefined }
}

/** Returns true if a statement is true for the instructions. A statement about a missing instruction is not. */
export function isTrueOf({ index, about, value, denies }: Statement, instructions: readonly Facts[]): boolean {
  const subject = instructions[index]
  return subject !== undefined && (subject[about] === value) !== denies
}

/**
 * Returns a true statement: what the instruction is, or what it is not. For the latter, `other` provides the mnemonic or
 * length. So a value alone reveals nothing: true statements, and the false ones made of them, use the instruction's own
 * value as often as another's.
 */
export function trueStatement(instructions: readonly Facts[], other: Facts, { which, length, denies }: StatementChoice): Statement {
  const index = which % instructions.length
  const about = length ? 'length' : 'mnemonic'
  const own = (instructions[index] as Facts)[about]
  return denies && other[about] !== own ? { index, about, value: other[about], denies } : { index, about, value: own, denies: false }
}

/**
 * Returns the same statement with the other value, which makes a true statement false. Returns undefined if there is no
 * other value.
 */
export function falseStatement({ index, about, denies }: Statement, instructions: readonly Facts[], other: Facts): Statement | undefined {
  const own = instructions[index]?.[about]
  if (own === undefined || own === other[about]) return undefined
  return { index, about, value: denies ? own : other[about], denies }
}
