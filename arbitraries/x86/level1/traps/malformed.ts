import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromChoices } from '../../../choiceSequence'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { malformedMaker } from '../../programs/malformed'
import { pairsOf } from '../questions/drawQuestion'
import { printQuestion, type Question } from '../questions/question'
import { insertedAt } from './insertedAt'

/** The longest that an instruction given in bytes may be. */
const LONGEST = 15

/** Puts bytes that are no instruction, whatever follows them, before, between or behind the instructions. */
export function malformed(tool: X86Tool): FromTwin<Question, string, 'malformed'> {
  const made = malformedMaker(tool, [64])
  const choices = fc.record(
    { bytes: fromChoices(choose => made(choose, { ip: 0x40_1000 }).bytes), place: fc.nat({ max: 99 }) },
    { noNullPrototype: true },
  )
  return fromTwin(choices, ({ question }, { bytes, place }) => {
    // Of longer ones a processor says that they are too long, and not that they do not exist.
    if (bytes.length > LONGEST) return undefined
    const at = place % (question.code.length + 1)
    return { input: printQuestion(insertedAt(question, place, `db ${pairsOf(bytes)}`)), witness: { at } }
  })
}
