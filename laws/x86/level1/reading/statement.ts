import { assemblyOperand } from '../../assembly/assemblyOperand'
import { memoize } from './memoize'

/** Parts of the canonical assembly of an instruction. */
export interface Statement {
  /** Prefix: `lock`, `rep`, `repe` or `repne`. */
  readonly prefix: string | undefined
  readonly mnemonic: string
  readonly operands: readonly string[]
}

/** Splits the canonical assembly of an instruction into its parts (memoized). */
export const statementOf: (text: string) => Statement = memoize(parseStatement)

function parseStatement(text: string): Statement {
  const prefix = /^(?:lock|rep|repe|repne)(?= )/.exec(text)?.[0]
  const instruction = prefix === undefined ? text : text.slice(prefix.length + 1)
  const space = instruction.indexOf(' ')
  if (space < 0) return { prefix, mnemonic: instruction, operands: [] }
  return { prefix, mnemonic: instruction.slice(0, space), operands: instruction.slice(space + 1).split(', ') }
}

const MEMORY_SIZES: Readonly<Record<string, number>> = { byte: 8, word: 16, dword: 32, qword: 64, xmmword: 128 }

/** Returns the size of an operand in bits; undefined if it has none. */
export function operandBits(operand: string): number | undefined {
  const word = /^(\w+) ptr /.exec(operand)?.[1]
  if (word !== undefined) return MEMORY_SIZES[word]
  const read = assemblyOperand(operand, 64)
  return read?._tag === 'Register' ? read.bits : undefined
}
