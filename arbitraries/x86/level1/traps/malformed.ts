import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromChoices } from '../../../choiceSequence'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { malformedMaker } from '../../programs/malformed'
import { pairsOf } from '../questions/drawQuestion'
import { printQuestion, type Level1Question } from '../questions/question'
import { insertPart } from './insertedAt'

/** Maximum length of an instruction given in bytes. */
const MAX_INSTRUCTION_BYTES = 15

/** Inserts bytes that are not an instruction, regardless of what follows them: before, between or after the instructions. */
export function malformed(tool: X86Tool): FromTwin<Level1Question, string, 'malformed'> {
  const drawBytes = malformedMaker(tool, [64])
  const choices = fc.record(
    { bytes: fromChoices(choose => drawBytes(choose, { ip: 0x40_1000 }).bytes), position: fc.nat({ max: 99 }) },
    { noNullPrototype: true },
  )
  return fromTwin(choices, ({ question }, { bytes, position }) => {
    // A processor rejects longer ones as too long, not as undefined.
    if (bytes.length > MAX_INSTRUCTION_BYTES) return undefined
    const at = position % (question.code.length + 1)
    return { input: printQuestion(insertPart(question, position, `db ${pairsOf(bytes)}`)), witness: { at } }
  })
}
