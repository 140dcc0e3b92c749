import * as fc from 'fast-check'
import type { Answered } from '../../../src/model/draft'
import type { FromTwin } from '../../../src/model/levelSpec'
import type { Difficulty } from '../../../src/model/vocabulary'
import { fromTwin } from '../../fromTwin'
import type { Instruction, X86Tool } from '../iced'
import { bytesOf, printQuestion, type Question, type Task } from '../question'
import { ANSWERS, questions } from '../questions'
import { shownReadTwoWays } from '../shownPrograms'
import { readableIn } from './readableIn'

/** Leaves open whether the code is 32- or 64-bit, where both can be read and the answers differ. */
export function ambiguous(tool: X86Tool): FromTwin<Question, string, 'ambiguous'> {
  const drawn = new Map<string, fc.Arbitrary<Question>>()
  const twins = (task: string, difficulty: Difficulty): fc.Arbitrary<Question> => {
    const name = `${task}.${difficulty}`
    const known = drawn.get(name) ?? questions(task as Task, shownReadTwoWays(tool, task as Task, difficulty))
    drawn.set(name, known)
    return known
  }
  const derive = ({ question }: Answered<Question, string>) => {
    const bytes = bytesOf(question.body)
    const readings = readableIn(tool, 'x86', bytes, question.ip)
    if (readings === undefined || readings.some(instructions => !isTrue(question.given, instructions))) return undefined
    const [in32, in64] = readings.map(instructions => ANSWERS[question.task]({ bytes, instructions }))
    if (in32 === undefined || in64 === undefined || in32 === in64 || `${in32}${in64}`.includes('unknown')) return undefined
    const as = (isa: string): string => printQuestion({ ...question, isa })
    return { input: as('x86'), witness: { readings: [as('x86-32'), as('x86-64')] as const } }
  }
  return fromTwin(fc.constant(undefined), derive, twins)
}

/** A statement that is true in one mode only would tell which it is. */
function isTrue(given: string, instructions: readonly Instruction[]): boolean {
  const [, index, mnemonic, length] = /^instruction (\d+) (?:is (\S+)|has (\d+) bytes)$/.exec(given) ?? []
  if (index === undefined) return true
  const instruction = instructions[Number(index)]
  return instruction !== undefined && (mnemonic === undefined ? instruction.length === Number(length) : instruction.mnemonic === mnemonic)
}
