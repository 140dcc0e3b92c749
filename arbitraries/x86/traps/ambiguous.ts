import * as fc from 'fast-check'
import type { Answered } from '../../../src/model/draft'
import type { FromTwin } from '../../../src/model/levelSpec'
import { answersIn } from '../questions/answersIn'
import { fromTwin } from '../../fromTwin'
import type { Instruction, X86Tool } from '../iced/iced'
import { bytesOf, printQuestion, type Question } from '../questions/question'
import { programOf, question, questions } from '../questions/questions'
import { shownReadTwoWays } from '../questions/shownPrograms'
import { readableIn } from '../questions/readableIn'
import { remembered } from './remembered'

/** Leaves open whether the code is 32- or 64-bit, where both can be read and the answers differ. */
export function ambiguous(tool: X86Tool): FromTwin<Question, string, 'ambiguous'> {
  const derive = ({ question: asked }: Answered<Question, string>) => {
    const [in32, in64] = answersIn(tool, 'x86', asked.task, bytesOf(asked.body), asked.ip) ?? []
    if (in32 === in64 || !statesWhatBothSay(tool, asked)) return undefined
    const as = (isa: string): string => printQuestion({ ...asked, isa })
    return { input: as('x86'), witness: { readings: [as('x86-32'), as('x86-64')] as const } }
  }
  const twins = remembered((task, difficulty) =>
    questions(task, shownReadTwoWays(tool, task, difficulty)).map(asked =>
      statesWhatBothSay(tool, asked) ? asked : question(asked.task, asked.isa, programOf(asked), ''),
    ),
  )
  return fromTwin(fc.constant(undefined), derive, twins)
}

/** A statement that is true in one mode only would tell which it is. */
function statesWhatBothSay(tool: X86Tool, { given, body, ip }: Question): boolean {
  return given === '' || readableIn(tool, 'x86', bytesOf(body), ip)?.every(instructions => isTrue(given, instructions)) === true
}

function isTrue(given: string, instructions: readonly Instruction[]): boolean {
  const [, index, mnemonic, length] = /^instruction (\d+) (?:is (\S+)|has (\d+) bytes)$/.exec(given) ?? []
  const instruction = instructions[Number(index)]
  return instruction !== undefined && (mnemonic === undefined ? instruction.length === Number(length) : instruction.mnemonic === mnemonic)
}
