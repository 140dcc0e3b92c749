import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { printQuestion, type Level0Question } from '../questions/question'
import { requireOrigin, questions } from '../questions/questions'
import { shownPrograms } from '../questions/shownPrograms'
import { printStatement, falseStatement } from '../questions/statements'
import { withExtremes } from '../questions/topicEdges'
import { memoizeTwins } from './memoizeTwins'

const ALWAYS = fc.constant(true)

/** Replaces the true statement of the twin, which always has one, by a false one of the same shape. */
export function contradictory(tool: X86Tool): FromTwin<Level0Question, string, 'contradictory'> {
  return fromTwin(
    fc.constant(undefined),
    ({ question }) => {
      const { statement, program, other, modeStatement } = requireOrigin(question)
      const wrong =
        statement === undefined || modeStatement !== undefined ? undefined : falseStatement(statement, program.instructions, other)
      if (wrong === undefined) return undefined
      return {
        input: printQuestion({ ...question, given: printStatement(wrong) }),
        witness: { without: [printQuestion({ ...question, given: '' })] },
      }
    },
    memoizeTwins((task, difficulty) =>
      withExtremes(tool, task, difficulty, questions(task, shownPrograms(tool, task, difficulty), ALWAYS), ALWAYS),
    ),
  )
}
