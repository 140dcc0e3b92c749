import type { Draft } from '../../../src/model/draft'
import type { Law, Outcome } from '../../../src/model/law'
import { law } from '../../law'

/** What these laws read of a question of level 0. */
interface Asked {
  readonly task: string
  readonly isa: string
  readonly ip: number
  readonly body: string
}

const answered = (draft: Draft<Asked, string>) => (draft._tag === 'Answered' ? draft : undefined)

/** `lengths.addUp`: instructions follow one another without a gap, from the first byte to the last. */
export const lengthsAddUp: Law<Draft<Asked, string>> = law('lengths.addUp', draft => {
  const { question, answer } = answered(draft) ?? {}
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

/** Instructions encoded again, each with the address at which it stands now. */
export type Reencode = (
  bits: 32 | 64,
  bytes: Uint8Array,
  ip: number,
) => readonly { readonly bytes: Uint8Array; readonly ip: number }[] | undefined
/** The house text of all instructions of some bytes, a line each, or nothing where they cannot be read. */
export type Read = (bits: 32 | 64, bytes: Uint8Array, ip: number) => string | undefined

/** `encoding.fixpoint`: what is decoded, encoded again and decoded again (by the other tool) says the same. */
export const encodingFixpoint = (reencode: Reencode, read: Read): Law<Draft<Asked, string>> =>
  law('encoding.fixpoint', (draft: Draft<Asked, string>): Outcome => {
    const { question, answer } = answered(draft) ?? {}
    if (question === undefined || answer === undefined || question.task !== 'decode') return 'notApplicable'
    const bits = question.isa === 'x86-32' ? 32 : 64
    const bytes = Uint8Array.from(question.body.split(' '), pair => Number.parseInt(pair, 16))
    const again = reencode(bits, bytes, question.ip)
    if (again === undefined) return { violated: 'what was decoded cannot be encoded again' }
    const texts = answer.split('\n').map(line => line.replace(/^\d+ \d+ /, ''))
    if (again.length !== texts.length)
      return { violated: `of instructions there were ${texts.length}, encoded again there are ${again.length}` }
    for (const [index, instruction] of again.entries()) {
      const text = read(bits, instruction.bytes, instruction.ip)
      if (text !== texts[index]) return { violated: `${texts[index]}, encoded again, reads ${text ?? 'as nothing'}` }
    }
    return 'holds'
  })
