import * as fc from 'fast-check'
import type { Answered } from '../../../src/model/draft'
import type { FromTwin } from '../../../src/model/levelSpec'
import { fromTwin } from '../../fromTwin'
import { classifiedMnemonics } from '../codes/classes'
import type { X86Tool } from '../iced/iced'
import { printQuestion, type Question } from '../questions/question'
import { questions } from '../questions/questions'
import { shownPrograms } from '../questions/shownPrograms'
import { remembered } from './remembered'

const LONGEST = 15

/** Turns the true statement of its twin, which always makes one, into a false one of the same shape. */
export function contradictory(tool: X86Tool): FromTwin<Question, string, 'contradictory'> {
  const choices = fc.tuple(fc.integer({ min: 1, max: LONGEST - 1 }), fc.constantFrom(...classifiedMnemonics()))
  const derive = ({ question }: Answered<Question, string>, [off, other]: readonly [number, string]) => {
    const given = question.given.replace(/ has (\d+) bytes$| is (\S+)$/, (_, length: string | undefined, mnemonic: string | undefined) =>
      length === undefined ? ` is ${other === mnemonic ? 'nop' : other}` : ` has ${((Number(length) - 1 + off) % LONGEST) + 1} bytes`,
    )
    if (given === question.given) return undefined
    return { input: printQuestion({ ...question, given }), witness: { without: [printQuestion({ ...question, given: '' })] } }
  }
  return fromTwin(
    choices,
    derive,
    remembered((task, difficulty) => questions(task, shownPrograms(tool, task, difficulty), fc.constant(true))),
  )
}
