import * as fc from 'fast-check'
import type { FromTwin } from '../../../../src/model/levelSpec'
import { fromChoices } from '../../../choiceSequence'
import { fromTwin } from '../../../fromTwin'
import type { X86Tool } from '../../iced/iced'
import { type MalformedMaker, malformedMaker } from '../../programs/malformed'
import { bytesOf, hexOf, type Isa, printQuestion, type Level0Question } from '../questions/question'
import { requireOrigin } from '../questions/questions'

/** Location for which the bytes are drawn. They have no relative operands, so they fit at any address. */
const ANY_LOCATION = { ip: 0x40_1000 }

/** Inserts bytes that no declared mode can read, regardless of what follows them: before, between or after the instructions. */
export function malformed(tool: X86Tool): FromTwin<Level0Question, string, 'malformed'> {
  const drawBytes = (maker: MalformedMaker) => fromChoices(choose => maker(choose, ANY_LOCATION).bytes)
  const choices = fc.record(
    {
      after: fc.nat({ max: 9 }),
      'x86-64': drawBytes(malformedMaker(tool, [64])),
      'x86-32': drawBytes(malformedMaker(tool, [32])),
      x86: drawBytes(malformedMaker(tool, [32, 64])),
    } satisfies Record<Isa, unknown> & { after: unknown },
    { noNullPrototype: true },
  )
  return fromTwin(choices, ({ question }, choice) => {
    const { program, modeStatement } = requireOrigin(question)
    // Two readings would fail at two different positions.
    if (modeStatement !== undefined) return undefined
    const starts = [...program.instructions.map(({ offset }) => offset), bytesOf(question.body).length]
    const at = starts[choice.after % starts.length] as number
    const bytes = bytesOf(question.body)
    const broken = Uint8Array.from([...bytes.subarray(0, at), ...choice[question.isa], ...bytes.subarray(at)])
    const end = question.end === undefined ? undefined : question.ip + broken.length
    return { input: printQuestion({ ...question, end, body: hexOf(broken) }), witness: { at } }
  })
}
