import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { answerOf, effectsOf } from '../questions/answer'
import type { FlagName } from '../questions/ask'
import { printQuestion, type Level1Question } from '../questions/question'
import { isSound } from '../questions/statement'
import { twinsOf } from './twinsOf'

/** States another flag that the same instruction leaves undefined, instead of the one that is read. */
export function ambiguous(tool: X86Tool): FromTwin<Level1Question, string, 'ambiguous'> {
  return fromTwin(
    fc.nat({ max: 99 }),
    ({ question }, which) => {
      const { flag } = question
      const idle = idleFlags(tool, question)
      const name = idle[which % Math.max(1, idle.length)]
      if (flag === undefined || name === undefined) return undefined
      // If the question asks for the flag itself, that is not ambiguous: the flag is undefined.
      const withoutFlag = (asked: Level1Question): string => answerOf(tool, asked).replace(new RegExp(`${flag.name}=[01]`), '')
      const other: Level1Question = { ...question, flag: { ...flag, value: !flag.value } }
      if (!isSound(tool, other) || withoutFlag(other) === withoutFlag(question)) return undefined
      return {
        input: printQuestion({ ...question, flag: { ...flag, name } }),
        witness: { readings: [printQuestion(question), printQuestion(other)] as const },
      }
    },
    twinsOf(tool, { readsUndefinedFlag: true, accepts: question => idleFlags(tool, question).length > 0 }),
  )
}

/** Flags that conditions read; AF is not one of them. */
const CONDITION_FLAGS: readonly FlagName[] = ['CF', 'PF', 'ZF', 'SF', 'OF']

/**
 * Returns the flags that are undefined at the statement's position and that nothing reads. If the question states one of
 * these instead, the flag that is read is missing.
 */
function idleFlags(tool: X86Tool, question: Level1Question): readonly FlagName[] {
  const { flag } = question
  if (flag === undefined) return []
  const undefinedThere = effectsOf(tool, { ...question, flag: undefined, given: undefined })?.steps[flag.index]?.undefinedAfter
  return CONDITION_FLAGS.filter(name => {
    if (name === flag.name || undefinedThere?.get(name) !== flag.index) return false
    const outcome = effectsOf(tool, { ...question, flag: { ...flag, name } })?.outcome
    return outcome?._tag === 'Undetermined' && outcome.flag === flag.name
  })
}
