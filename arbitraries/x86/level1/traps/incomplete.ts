import type * as fc from 'fast-check'
import type { DerivedTrap } from '../../../../src/model/draft'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromChoices } from '../../../choiceSequence'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { drawValue } from '../programs/values'
import { answerOf } from '../questions/answer'
import { printQuestion, type Level1Question } from '../questions/question'
import { isSound } from '../questions/statement'
import { twinsWithExtremes } from './twinsOf'
import { type Replacement, incompleteEdits } from './incompleteEdits'

interface Choice extends Replacement {
  readonly which: number
}

/** States the value of an item that the code reads for another item, which it does not need. */
export function incomplete(tool: X86Tool): FromTwin<Level1Question, string, 'incomplete'> {
  const choices: fc.Arbitrary<Choice> = fromChoices(choose => ({
    which: choose.integer(0, 99),
    choice: choose.integer(0, 9_999),
    value: drawValue(choose),
  }))
  return fromTwin(choices, ({ question }, choice) => deriveIncomplete(tool, question, choice), twinsWithExtremes(tool, {}))
}

/** Returns the trap for the first edit, starting at the chosen one, whose missing value decides the answer. */
function deriveIncomplete(tool: X86Tool, question: Level1Question, { which, ...other }: Choice): DerivedTrap<'incomplete'> | undefined {
  const all = incompleteEdits(tool, question)
  for (const index of all.keys()) {
    const edit = all[(which + index) % all.length]?.(other)
    if (edit === undefined || answerOf(tool, { ...question, ...edit.without }) !== '') continue
    const restored = { ...question, ...edit.restored }
    const changed = edit.changed
      .map(state => ({ ...question, ...state }))
      .find(one => isSound(tool, one) && answerOf(tool, one) !== answerOf(tool, restored))
    if (changed === undefined || !isSound(tool, restored)) continue
    return {
      input: printQuestion({ ...question, ...edit.without }),
      witness: { completions: [printQuestion(restored), printQuestion(changed)] },
    }
  }
  return undefined
}
