import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { printQuestion, type Question } from '../questions/question'
import { originalOf, questions } from '../questions/questions'
import { shownPrograms } from '../questions/shownPrograms'
import { printStatement, untrue } from '../questions/statements'
import { withExtremes } from '../questions/topicEdges'
import { remembered } from './remembered'

const STATING = fc.constant(true)

/** Turns the true statement of its twin, which always makes one, into a false one of the same shape. */
export function contradictory(tool: X86Tool): FromTwin<Question, string, 'contradictory'> {
  return fromTwin(
    fc.constant(undefined),
    ({ question }) => {
      const { statement, program, other, telling } = originalOf(question)
      const wrong = statement === undefined || telling !== undefined ? undefined : untrue(statement, program.instructions, other)
      if (wrong === undefined) return undefined
      return {
        input: printQuestion({ ...question, given: printStatement(wrong) }),
        witness: { without: [printQuestion({ ...question, given: '' })] },
      }
    },
    remembered((task, difficulty) =>
      withExtremes(tool, task, difficulty, questions(task, shownPrograms(tool, task, difficulty), STATING), STATING),
    ),
  )
}
