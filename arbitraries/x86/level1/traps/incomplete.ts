import type * as fc from 'fast-check'
import type { DerivedTrap } from '../../../../src/model/draft'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromChoices } from '../../../choiceSequence'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { drawValue } from '../programs/values'
import { answerOf } from '../questions/answer'
import { printQuestion, type Question } from '../questions/question'
import { isSound } from '../questions/statement'
import { twinsWithExtremes } from './twinsOf'
import { type Other, withholdings } from './withholdings'

interface Choice extends Other {
  readonly which: number
}

/** Tells the value of something that is read of something else, which is not. */
export function incomplete(tool: X86Tool): FromTwin<Question, string, 'incomplete'> {
  const choices: fc.Arbitrary<Choice> = fromChoices(choose => ({
    which: choose.integer(0, 99),
    place: choose.integer(0, 9_999),
    value: drawValue(choose),
  }))
  return fromTwin(choices, ({ question }, choice) => withheldIn(tool, question, choice), twinsWithExtremes(tool, {}))
}

/** The trap of the first thing, counted from the one that is chosen, whose value decides the answer. */
function withheldIn(tool: X86Tool, question: Question, { which, ...other }: Choice): DerivedTrap<'incomplete'> | undefined {
  const all = withholdings(tool, question)
  for (const index of all.keys()) {
    const withheld = all[(which + index) % all.length]?.(other)
    if (withheld === undefined || answerOf(tool, { ...question, ...withheld.without }) !== '') continue
    const restored = { ...question, ...withheld.restored }
    const changed = withheld.changed
      .map(state => ({ ...question, ...state }))
      .find(one => isSound(tool, one) && answerOf(tool, one) !== answerOf(tool, restored))
    if (changed === undefined || !isSound(tool, restored)) continue
    return {
      input: printQuestion({ ...question, ...withheld.without }),
      witness: { completions: [printQuestion(restored), printQuestion(changed)] },
    }
  }
  return undefined
}
