import type { X86Tool } from '../../iced/iced'
import type { Program } from '../../programs/program'
import { bytesOf, type Level0Question } from './question'
import { findOrigin } from './questions'
import { isTrueOf, readStatement } from './statements'

/**
 * Returns the program of any question: the one from which it was drawn or, for a question parsed from a text, what iced
 * decodes from its bytes. For `encode`, `encoded` returns the bytes of the answer. Returns undefined if there is no
 * program.
 */
export function programOf(
  tool: X86Tool,
  question: Level0Question,
  encoded: (question: Level0Question) => string | undefined,
): Program | undefined {
  const drawn = findOrigin(question)?.program
  if (drawn !== undefined) return drawn
  const hex = question.task === 'encode' ? encoded(question) : question.body
  if (hex === undefined || !/^[0-9a-f]{2}(?: [0-9a-f]{2})*$/.test(hex)) return undefined
  const bytes = bytesOf(hex)
  const bits = modeOf(tool, question, bytes)
  const decoding = tool.decode(bits, bytes, question.ip)
  return decoding._tag === 'Decoded' ? { bits, ip: question.ip, bytes, instructions: decoding.instructions } : undefined
}

/** Returns the mode. Under `x86`, both modes decode equally, or the statement is true in only one of them. */
function modeOf(tool: X86Tool, { isa, ip, given }: Level0Question, bytes: Uint8Array): 32 | 64 {
  if (isa !== 'x86') return isa === 'x86-32' ? 32 : 64
  const statement = readStatement(given)
  return statement !== undefined && !isTrueOf(statement, tool.decode(64, bytes, ip).instructions) ? 32 : 64
}
