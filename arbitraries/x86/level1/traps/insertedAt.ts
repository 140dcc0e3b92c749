import type { Question } from '../questions/question'

/** A question with one more part in its code, at a place taken modulo the places there are; statements stay with their instructions. */
export function insertedAt(question: Question, place: number, part: string): Question {
  const at = place % (question.code.length + 1)
  const moved = <T extends { readonly index: number }>(statement: T | undefined): T | undefined =>
    statement === undefined || statement.index < at ? statement : { ...statement, index: statement.index + 1 }
  return { ...question, code: question.code.toSpliced(at, 0, part), flag: moved(question.flag), given: moved(question.given) }
}
