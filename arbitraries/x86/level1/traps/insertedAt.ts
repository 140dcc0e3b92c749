import type { Level1Question } from '../questions/question'

/**
 * Inserts a part into the code of a question, at a position modulo the number of positions. Statements remain with their
 * instructions.
 */
export function insertPart(question: Level1Question, position: number, part: string): Level1Question {
  const at = position % (question.code.length + 1)
  const shift = <T extends { readonly index: number }>(statement: T | undefined): T | undefined =>
    statement === undefined || statement.index < at ? statement : { ...statement, index: statement.index + 1 }
  return { ...question, code: question.code.toSpliced(at, 0, part), flag: shift(question.flag), given: shift(question.given) }
}
