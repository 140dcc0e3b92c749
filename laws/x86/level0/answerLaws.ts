import type { Draft } from '../../../src/model/draft'
import type { Law, LawOutcome } from '../../../src/model/law'
import { law } from '../../law'

/** Fields of a level 0 question that these laws read. */
interface QuestionFields {
  readonly task: string
  readonly isa: string
  readonly ip: number
  readonly body: string
}

const answeredDraft = (draft: Draft<QuestionFields, string>) => (draft._tag === 'Answered' ? draft : undefined)

/** Law `lengths.addUp`: the instructions of an answer cover the input without a gap, from the first byte to the last. */
export const lengthsAddUp: Law<Draft<QuestionFields, string>> = law('lengths.addUp', draft => {
  const { question, answer } = answeredDraft(draft) ?? {}
  if (question === undefined || answer === undefined || (question.task !== 'decode' && question.task !== 'boundaries'))
    return 'notApplicable'
  let end = 0
  for (const line of answer.split('\n')) {
    const [offset, length] = line.split(' ').map(Number) as [number, number]
    if (offset !== end) return { violated: `an instruction ends at ${end}, the next starts at ${offset}` }
    end += length
  }
  const size = question.body.split(' ').length
  return end === size ? 'holds' : { violated: `the instructions have ${end} bytes, the input ${size}` }
})

/** Decodes bytes and encodes each instruction again, with its new address; undefined if an instruction cannot be encoded. */
export type Reencode = (
  bits: 32 | 64,
  bytes: Uint8Array,
  ip: number,
) => readonly { readonly bytes: Uint8Array; readonly ip: number }[] | undefined
/** Reads bytes as canonical assembly, one line per instruction; undefined if they cannot be read. */
export type ReadText = (bits: 32 | 64, bytes: Uint8Array, ip: number) => string | undefined

/**
 * Returns the law `encoding.fixpoint`: the instructions of an answer, encoded again and read by the other tool, have the same text.
 * It is applicable to `decode` alone.
 */
export const encodingFixpoint = (reencode: Reencode, read: ReadText): Law<Draft<QuestionFields, string>> =>
  law('encoding.fixpoint', (draft: Draft<QuestionFields, string>): LawOutcome => {
    const { question, answer } = answeredDraft(draft) ?? {}
    if (question === undefined || answer === undefined || question.task !== 'decode') return 'notApplicable'
    const bits = question.isa === 'x86-32' ? 32 : 64
    const bytes = Uint8Array.from(question.body.split(' '), pair => Number.parseInt(pair, 16))
    const again = reencode(bits, bytes, question.ip)
    if (again === undefined) return { violated: 'the decoded instructions cannot be encoded again' }
    const texts = answer.split('\n').map(line => line.replace(/^\d+ \d+ /, ''))
    if (again.length !== texts.length) return { violated: `the answer has ${texts.length} instructions, the new encoding ${again.length}` }
    for (const [index, instruction] of again.entries()) {
      const text = read(bits, instruction.bytes, instruction.ip)
      if (text !== texts[index]) return { violated: `${texts[index]}, encoded again, reads as ${text ?? 'nothing'}` }
    }
    return 'holds'
  })
