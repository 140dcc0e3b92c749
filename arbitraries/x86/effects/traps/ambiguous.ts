import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { answerOf, effectsOf } from '../questions/answer'
import { printQuestion, type Question } from '../questions/question'
import { flagBehind, isSound } from '../questions/statement'
import { twinsOf } from './twinsOf'

/** Tells a flag behind an instruction that defines it, where its twin tells the same flag behind one that does not and is looked at. */
export function ambiguous(tool: X86Tool): FromTwin<Question, string, 'ambiguous'> {
  return fromTwin(
    fc.nat({ max: 99 }),
    ({ question }, which) => {
      const places = movesOf(tool, question)
      const { flag } = question
      const index = places[which % Math.max(1, places.length)]
      if (flag === undefined || index === undefined) return undefined
      // That the flag itself is asked for makes nothing ambiguous: it is undefined.
      const withoutFlag = (asked: Question): string => answerOf(tool, asked).replace(new RegExp(`${flag.name}=[01]`), '')
      const other: Question = { ...question, flag: { ...flag, value: !flag.value } }
      if (!isSound(tool, other) || withoutFlag(other) === withoutFlag(question)) return undefined
      return {
        input: printQuestion({ ...question, flag: { ...flag, index } }),
        witness: { readings: [printQuestion(question), printQuestion(other)] as const },
      }
    },
    twinsOf(tool, { telling: true, accepts: question => movesOf(tool, question).length > 0 }),
  )
}

/** Behind which other instructions the flag is defined, and has the value that is told. */
function movesOf(tool: X86Tool, question: Question): readonly number[] {
  const { flag } = question
  const effects = flag === undefined ? undefined : effectsOf(tool, question)
  if (flag === undefined || effects === undefined) return []
  return effects.steps.flatMap((_, index) =>
    index !== flag.index && isDefinedAt(tool, question, index) && flagBehind(effects.steps, index, flag.name) === flag.value ? [index] : [],
  )
}

/** Whether the flag does not come, at an instruction, from where it is told. */
function isDefinedAt(tool: X86Tool, question: Question, index: number): boolean {
  const { flag } = question
  const other = flag === undefined ? undefined : effectsOf(tool, { ...question, flag: { ...flag, value: !flag.value } })
  return flag !== undefined && other !== undefined && flagBehind(other.steps, index, flag.name) === flag.value
}
