import type { X86Tool } from '../../iced/iced'
import type { Program } from '../../programs/program'
import { bytesOf, type Question } from './question'
import { drawnFrom } from './questions'
import { isTrueOf, readStatement } from './statements'

/**
 * The program behind any question: the one that it was drawn from, or for a question that was read from a text, what iced
 * reads in its bytes. `encode` shows none: `encoded` gives those of its answer. Undefined where there is no program.
 */
export function programBehind(tool: X86Tool, question: Question, encoded: (question: Question) => string | undefined): Program | undefined {
  const drawn = drawnFrom(question)?.program
  if (drawn !== undefined) return drawn
  const hex = question.task === 'encode' ? encoded(question) : question.body
  if (hex === undefined || !/^[0-9a-f]{2}(?: [0-9a-f]{2})*$/.test(hex)) return undefined
  const bytes = bytesOf(hex)
  const bits = modeOf(tool, question, bytes)
  const decoding = tool.decode(bits, bytes, question.ip)
  return decoding._tag === 'Decoded' ? { bits, ip: question.ip, bytes, instructions: decoding.instructions } : undefined
}

/** Under `x86` both modes read the same, or the statement is true in one of them only. */
function modeOf(tool: X86Tool, { isa, ip, given }: Question, bytes: Uint8Array): 32 | 64 {
  if (isa !== 'x86') return isa === 'x86-32' ? 32 : 64
  const statement = readStatement(given)
  return statement !== undefined && !isTrueOf(statement, tool.decode(64, bytes, ip).instructions) ? 32 : 64
}
