import { hexOf, printQuestion, type Level0Question } from '../questions/question'

// Both are valid in either mode after any instruction: `clc`, and `xor eax, eax`. Every task answers them differently.
const CLC = 0xf8
const XOR = [0x31, 0xc0] as const

/**
 * Declares an end beyond the given bytes. The number of missing bytes is the length of another instruction, but at least
 * two.
 *
 * The text shows a complete program with a true statement, as in its twin. Only the two addresses and the number of bytes
 * together reveal that something is missing. A transfer that stops before its declared length is incomplete in the same way
 * (RFC 9112, section 8).
 */
export function endBeyond(question: Level0Question, end: number, lengthOfAnother: number) {
  const missing = Math.max(XOR.length, lengthOfAnother)
  const declared = { ...question, end: end + missing }
  const endingIn = (rest: readonly number[]): string =>
    printQuestion({
      ...declared,
      body: `${question.body} ${hexOf(Uint8Array.from({ length: missing }, (_, index) => rest[index] ?? CLC))}`,
    })
  return { input: printQuestion(declared), witness: { completions: [endingIn([]), endingIn(XOR)] as const } }
}
