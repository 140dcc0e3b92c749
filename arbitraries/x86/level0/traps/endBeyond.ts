import { hexOf, printQuestion, type Question } from '../questions/question'

/** In both modes, and whatever stands before: `clc`, and `xor eax, eax`. They differ in everything that is asked. */
const CLC = 0xf8
const XOR = [0x31, 0xc0] as const

/**
 * Declares an end that lies beyond the bytes given: as many are missing as another instruction has, and two at least.
 *
 * What is shown is a whole program with a true statement, as in its twin. Only the two addresses and the number of bytes
 * together tell that something is missing; a transfer that stops before its declared length is incomplete in the same way
 * (RFC 9112, section 8).
 */
export function endBeyond(question: Question, end: number, lengthOfAnother: number) {
  const missing = Math.max(XOR.length, lengthOfAnother)
  const declared = { ...question, end: end + missing }
  const endingIn = (rest: readonly number[]): string =>
    printQuestion({
      ...declared,
      body: `${question.body} ${hexOf(Uint8Array.from({ length: missing }, (_, index) => rest[index] ?? CLC))}`,
    })
  return { input: printQuestion(declared), witness: { completions: [endingIn([]), endingIn(XOR)] as const } }
}
