import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Choose, fromChoices } from '../../arbitraries/choiceSequence'
import { type Encoding, encodingsOf, isUnfinished, precedes, shortestEncoding } from '../../laws/x86/assembler/assemble'
import { type Disassembler, loadCapstone } from '../../laws/x86/capstone/capstone'
import { type EncodingForm, FORMS } from '../../laws/x86/assembler/encodingForms'
import { LOCKABLE } from '../../laws/x86/assembler/encodings'
import { drawStatement } from './drawStatement'
import { type IcedEncodings, loadIcedEncodings } from './icedEncodings'

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

  it('gives encodings that capstone reads as the very text', () => {
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

  it('encodes nearly every text that its forms allow', () => {
    const drawn = fc.sample(statements, { seed: 2, numRuns: 5_000 })
    const failed = drawn.filter(({ mode, text }) => encodingsOf(text, mode).length === 0)
    // Only high byte registers beside something that needs REX cannot be encoded, nor an accumulator exchanged with itself.
    for (const { text } of failed) expect(text).toMatch(/\b[abcd]h\b|^xchg (\w+), \1$/)
    expect(failed.length).toBeLessThan(drawn.length / 20)
  })

  it('picks the shortest, then the least of them', () => {
    fc.assert(
      fc.property(statements, ({ mode, text }) => {
        const picked = shortestEncoding(text, mode)
        for (const other of encodingsOf(text, mode)) expect(picked !== undefined && !precedes(other, picked)).toBe(true)
      }),
      { seed: 3, numRuns: 5_000 },
    )
  })

  it('picks what iced reads alike, and iced has nothing shorter or less', () => {
    fc.assert(
      fc.property(statements, ({ mode, text }) => {
        const picked = shortestEncoding(text, mode)
        if (picked === undefined) return
        for (const other of iced.encodingsLike(mode, picked)) expect(precedes(other, picked), hex(other)).toBe(false)
      }),
      { seed: 4, numRuns: 10_000 },
    )
  })

  it.each([
    // From the instruction pages of the Intel SDM, volume 2.
    [64, 'mov rax, rbx', '48 89 d8'],
    [64, 'mov rax, r8', '49 8b c0'],
    [64, 'mov rax, 0xffffffffffffffff', '48 c7 c0 ff ff ff ff'],
    [64, 'mov eax, 0xffffffff', 'b8 ff ff ff ff'],
    [64, 'add al, 0x80', '04 80'],
    [64, 'add eax, 0x80', '05 80 00 00 00'],
    [64, 'add rax, 0xffffffffffffff80', '48 83 c0 80'],
    [64, 'mov eax, dword ptr [r13]', '41 8b 45 00'],
    [64, 'mov eax, dword ptr [rsp]', '8b 04 24'],
    [64, 'mov eax, dword ptr [rax*4]', '8b 04 85 00 00 00 00'],
    [64, 'lock add dword ptr fs:[eax], 0x1', '64 67 f0 83 00 01'],
    [64, 'xchg ecx, eax', '91'],
    [64, 'xchg eax, ecx', '87 c8'],
    [64, 'xchg r8, rax', '49 90'],
    [64, 'xchg al, al', '86 c0'],
    [64, 'shl al, 0x1', 'd0 e0'],
    [64, 'push rax', '50'],
    [32, 'inc eax', '40'],
    [64, 'inc eax', 'ff c0'],
    [64, 'movzx eax, spl', '40 0f b6 c4'],
    [64, 'movzx eax, ah', '0f b6 c4'],
    [32, 'mov eax, dword ptr ss:[eax]', '36 8b 00'],
    [32, 'mov eax, dword ptr ds:[ebp]', '3e 8b 45 00'],
  ] as const)('%i-bit %s is %s', (mode, text, expected) => {
    expect(hex(shortestEncoding(text, mode) ?? [])).toBe(expected)
  })

  it.each([
    [64, 'mov ah, spl'],
    [64, 'xchg ax, ax'],
    [64, 'inc'],
    [32, 'mov rax, rbx'],
    [64, 'mov rax,rbx'],
    [64, 'mov rax, 0x01'],
    [64, 'mov eax, dword ptr [rax + 0x0]'],
    [64, 'mov eax, dword ptr [rax + rsp]'],
    [64, 'mov eax, dword ptr [rax + 0x80000000]'],
    [64, 'mov eax, dword ptr [rax + ecx]'],
    [64, 'mov eax, dword ptr ds:[rax]'],
    [32, 'mov eax, dword ptr ds:[eax]'],
    [64, 'mov eax, 0x100000000'],
    [64, 'mov ax, word ptr [16]'],
    [64, 'lock mov dword ptr [rax], eax'],
    [64, 'lock add eax, dword ptr [rax]'],
    [64, 'push eax'],
    [64, 'lea rax, fs:[rbx]'],
    [64, ''],
  ] as const)('%i-bit "%s" has no encoding', (mode, text) => {
    expect(encodingsOf(text, mode)).toEqual([])
  })

  it.each(['mov', 'mov rax', 'mov rax,', 'imul rax, rbx,', 'push', 'imul rax,', 'shl qword ptr [rax],'])('"%s" is unfinished', text =>
    expect(isUnfinished(text, 64)).toBe(true),
  )

  it.each(['mov rax, rbx', 'mov rax, rbx,', 'imul rax', 'imul rax, rbx', 'ret', 'ret,', 'mo', '', 'mov rax, ', 'mov st(0),', 'push 0x1,'])(
    '"%s" is not unfinished',
    text => expect(isUnfinished(text, 64)).toBe(false),
  )

  it('tells which of two encodings precedes', () => {
    expect(precedes([1], [0, 0])).toBe(true)
    expect(precedes([0, 1], [0, 2])).toBe(true)
    expect(precedes([0, 2], [0, 1])).toBe(false)
    expect(precedes([0], [0])).toBe(false)
  })
})
