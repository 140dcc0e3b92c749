import * as fc from 'fast-check'
import type { Answered } from '../../../../src/model/draft'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { tellingNothing } from '../questions/modeStatements'
import { printQuestion, type Question } from '../questions/question'
import { originalOf, questions, toldQuestions } from '../questions/questions'
import { shownReadTwoWays } from '../questions/shownPrograms'
import { printStatement } from '../questions/statements'
import { remembered } from './remembered'

/** How often a twin's mode is told by its statement, for once by its declaration, and how few of the latter are kept. */
const TOLD = 7
const UNTOLD = 3

/**
 * Leaves open whether the code is 32- or 64-bit, where the answers differ: the statement that told it gives way to one that is
 * true in both modes, or the declaration of the mode goes.
 */
export function ambiguous(tool: X86Tool): FromTwin<Question, string, 'ambiguous'> {
  const derive = ({ question: asked }: Answered<Question, string>, which: number) => {
    const { program, telling, statement } = originalOf(asked)
    const readings = { in32: tool.decode(32, program.bytes, program.ip).instructions, in64: program.instructions }
    if (telling === undefined && (statement !== undefined || which % UNTOLD > 0)) return undefined
    const given = telling === undefined ? undefined : tellingNothing(readings, telling, which)
    if (telling !== undefined && given === undefined) return undefined
    const as = (isa: string): string => printQuestion({ ...asked, isa, given: given === undefined ? '' : printStatement(given) })
    return { input: as('x86'), witness: { readings: [as('x86-32'), as('x86-64')] as const } }
  }
  const twins = remembered((task, difficulty) => {
    const shown = shownReadTwoWays(tool, task, difficulty)
    return fc.oneof(
      { arbitrary: toldQuestions(tool, task, difficulty, shown), weight: TOLD },
      { arbitrary: questions(task, shown, fc.constant(false)), weight: 1 },
    )
  })
  return fromTwin(fc.nat({ max: 999 }), derive, twins)
}
