import * as fc from 'fast-check'
import type { Answered } from '../../../../src/model/draft'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { findNeutralStatement } from '../questions/modeStatements'
import { printQuestion, type Level0Question } from '../questions/question'
import { requireOrigin, questions, questionsWithStatedMode } from '../questions/questions'
import { shownReadTwoWays } from '../questions/shownPrograms'
import { printStatement } from '../questions/statements'
import { memoizeTwins } from './memoizeTwins'

/** Number of twins whose statement determines the mode, per twin that only declares it. */
const STATED_WEIGHT = 7
/** One in this many twins that only declare their mode becomes a trap. */
const UNSTATED_ODDS = 3

/**
 * Leaves open if the code is 32-bit or 64-bit, where the answers differ. Replaces the statement that determines the mode by
 * one that is true in both modes, or removes the declaration of the mode.
 */
export function ambiguous(tool: X86Tool): FromTwin<Level0Question, string, 'ambiguous'> {
  const derive = ({ question: asked }: Answered<Level0Question, string>, which: number) => {
    const { program, modeStatement, statement } = requireOrigin(asked)
    const readings = { in32: tool.decode(32, program.bytes, program.ip).instructions, in64: program.instructions }
    if (modeStatement === undefined && (statement !== undefined || which % UNSTATED_ODDS > 0)) return undefined
    const given = modeStatement === undefined ? undefined : findNeutralStatement(readings, modeStatement, which)
    if (modeStatement !== undefined && given === undefined) return undefined
    const as = (isa: string): string => printQuestion({ ...asked, isa, given: given === undefined ? '' : printStatement(given) })
    return { input: as('x86'), witness: { readings: [as('x86-32'), as('x86-64')] as const } }
  }
  const twins = memoizeTwins((task, difficulty) => {
    const shown = shownReadTwoWays(tool, task, difficulty)
    return fc.oneof(
      { arbitrary: questionsWithStatedMode(tool, task, difficulty, shown), weight: STATED_WEIGHT },
      { arbitrary: questions(task, shown, fc.constant(false)), weight: 1 },
    )
  })
  return fromTwin(fc.nat({ max: 999 }), derive, twins)
}
