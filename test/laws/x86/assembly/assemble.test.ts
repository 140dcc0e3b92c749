import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Choose, fromChoices } from '../../../../arbitraries/choiceSequence'
import { type Encoding, encodingsOf, precedes, shortestEncoding } from '../../../../laws/x86/assembly/assemble'
import { type Disassembler, loadCapstone } from '../../../../laws/x86/capstone/capstone'
import { type EncodingForm, FORMS } from '../../../../laws/x86/assembly/encodingForms'
import { LOCKABLE } from '../../../../laws/x86/assembly/encodings'
import { drawStatement } from './support/drawStatement'
import { type IcedEncodings, loadIcedEncodings } from './support/icedEncodings'

interface Statement {
  readonly mode: 32 | 64
  readonly text: string
}

const ALL_FORMS = [...FORMS.values()].flat()

const formIn = (mode: 32 | 64): readonly EncodingForm[] => ALL_FORMS.filter(form => form.modes.includes(mode))
const FORMS_IN = { 32: formIn(32), 64: formIn(64) }

const statements = fromChoices((choose: Choose): Statement => {
  const mode = choose.pick([64, 32] as const)
  const text = drawStatement(choose, choose.pick(FORMS_IN[mode]), mode)
  const lockable = LOCKABLE.has(text.split(' ')[0] ?? '') && /^\w+ (?:\w+ ptr )?(?:[c-gs]s:)?\[/.test(text)
  return { mode, text: lockable && choose.integer(0, 3) === 0 ? `lock ${text}` : text }
})

const hex = (bytes: Encoding): string => bytes.map(byte => byte.toString(16).padStart(2, '0')).join(' ')

describe('assemble', () => {
  let capstone: Disassembler
  let iced: IcedEncodings
  beforeAll(async () => {
    capstone = await loadCapstone()
    iced = await loadIcedEncodings()
  })

  it('returns encodings that capstone reads as the same text', () => {
    fc.assert(
      fc.property(statements, ({ mode, text }) => {
        for (const encoding of encodingsOf(text, mode)) {
          const reading = capstone.read(mode, Uint8Array.from(encoding), 0, 0x1000)
          expect(reading, hex(encoding)).toMatchObject({ length: encoding.length, text })
        }
      }),
      { seed: 1, numRuns: 20_000 },
    )
  })

  it('encodes almost every text that its forms allow', () => {
    const drawn = fc.sample(statements, { seed: 2, numRuns: 5_000 })
    const failed = drawn.filter(({ mode, text }) => encodingsOf(text, mode).length === 0)
    // Only high byte registers beside an operand that needs REX, and an accumulator exchanged with itself, have no encoding.
    for (const { text } of failed) expect(text).toMatch(/\b[abcd]h\b|^xchg (\w+), \1$/)
    expect(failed.length).toBeLessThan(drawn.length / 20)
  })

  it('picks the shortest encoding, and the smallest of equally short ones', () => {
    fc.assert(
      fc.property(statements, ({ mode, text }) => {
        const picked = shortestEncoding(text, mode)
        for (const other of encodingsOf(text, mode)) expect(picked !== undefined && !precedes(other, picked)).toBe(true)
      }),
      { seed: 3, numRuns: 5_000 },
    )
  })

  it('picks an encoding that iced reads alike, and iced has none that is shorter or smaller', () => {
    fc.assert(
      fc.property(statements, ({ mode, text }) => {
        const picked = shortestEncoding(text, mode)
        if (picked === undefined) return
        for (const other of iced.encodingsLike(mode, picked)) expect(precedes(other, picked), hex(other)).toBe(false)
      }),
      { seed: 4, numRuns: 10_000 },
    )
  })
})
