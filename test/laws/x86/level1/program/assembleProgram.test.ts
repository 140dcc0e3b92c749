import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Choose, fromChoices } from '../../../../../arbitraries/choiceSequence'
import { loadIced, type X86Tool } from '../../../../../arbitraries/x86/iced/iced'
import { encodingsOf, shortestEncoding } from '../../../../../laws/x86/assembly/assemble'
import type { EncodingForm } from '../../../../../laws/x86/assembly/encodingForms'
import { LOCKABLE } from '../../../../../laws/x86/assembly/encodings'
import { type Disassembler, loadCapstone } from '../../../../../laws/x86/capstone/capstone'
import { assembleProgram } from '../../../../../laws/x86/level1/program/assembleProgram'
import { EFFECT_FORMS, effectEncoding, KNOWN_MNEMONICS } from '../../../../../laws/x86/assembly/generalRegisterEncodings'
import { STRING_TEXTS } from '../../../../../laws/x86/assembly/stringEncodings'
import { boundariesByObjdump, hasObjdump } from '../../../../examples/levels/level0/support/objdump'
import { drawStatement } from '../../assembly/support/drawStatement'

const IP = 0x40_1000
const FORMS_64 = [...EFFECT_FORMS.values()].flat().filter(form => form.modes.includes(64))

const hex = (bytes: Iterable<number> | undefined): string => [...(bytes ?? [])].map(byte => byte.toString(16).padStart(2, '0')).join(' ')

const isBranch = ({ operands }: EncodingForm): boolean => operands.some(kind => kind._tag === 'Immediate' && kind.relative === true)

const drawText = (choose: Choose, form: EncodingForm): string => {
  if (isBranch(form)) {
    const way = choose.pick([0, 2, 15, 0x7f, 0x81, 0x82, 0x86, 0x100, -0x70, -0x7d, -0x7e, -0x7f, -0x100, -IP, 0x7000_0000])
    return `${form.mnemonic} 0x${(IP + way).toString(16)}`
  }
  const text = drawStatement(choose, form, 64)
  const lockable = LOCKABLE.has(form.mnemonic) && /^\w+ (?:\w+ ptr )?(?:[c-gs]s:)?\[/.test(text)
  return lockable && choose.boolean() ? `lock ${text}` : text
}

/** Draws `each` texts of every form, so that no form is missed. */
const textsOfAllForms = (each: number): readonly string[] =>
  FORMS_64.flatMap((form, index) =>
    fc.sample(
      fromChoices(choose => drawText(choose, form)),
      { seed: index, numRuns: each },
    ),
  )

describe('the assembler of level 1', () => {
  let capstone: Disassembler
  let iced: X86Tool
  beforeAll(async () => {
    capstone = await loadCapstone()
    iced = await loadIced()
  })

  const readByIced = (bytes: readonly number[]): string | undefined => {
    const decoding = iced.decode(64, Uint8Array.from(bytes), IP)
    const [only] = decoding.instructions
    if (decoding._tag === 'Broken' || decoding.instructions.length !== 1) return undefined
    // The canonical assembly leaves out the implied operand.
    return only?.text === 'xlat byte ptr [rbx]' ? 'xlatb' : only?.text
  }

  it('returns encodings that iced reads as the same text, for every form', () => {
    const seen = new Set<string>()
    for (const text of textsOfAllForms(40)) {
      for (const encoding of encodingsOf(text, 64, EFFECT_FORMS, IP)) {
        expect(readByIced(encoding), hex(encoding)).toBe(text)
        seen.add(text.replace(/^lock /, '').split(' ')[0] ?? '')
      }
    }
    expect([...EFFECT_FORMS.keys()].filter(mnemonic => !seen.has(mnemonic))).toEqual([])
  })

  it('returns encodings that capstone reads as the same text, for every form', () => {
    for (const text of textsOfAllForms(40)) {
      for (const encoding of encodingsOf(text, 64, EFFECT_FORMS, IP)) {
        const reading = capstone.read(64, Uint8Array.from(encoding), 0, IP)
        expect(reading, hex(encoding)).toMatchObject({ length: encoding.length, text })
      }
    }
  })

  it('agrees with both decoders on the bytes of all string instructions', () => {
    expect(STRING_TEXTS.size).toBe(48)
    for (const [text, bytes] of STRING_TEXTS) {
      expect(readByIced(bytes), hex(bytes)).toBe(text)
      expect(capstone.read(64, Uint8Array.from(bytes), 0, IP), hex(bytes)).toMatchObject({ text, length: bytes.length })
    }
  })

  it.runIf(hasObjdump())('returns instructions with the lengths that objdump reads', () => {
    const encodings = [...textsOfAllForms(5).map(text => effectEncoding(text, IP)), ...STRING_TEXTS.values()].filter(
      bytes => bytes !== undefined,
    )
    expect(boundariesByObjdump(64, encodings)).toEqual(encodings.map(bytes => [`0 ${bytes.length}`]))
  })

  it('encodes almost every text that its forms allow', () => {
    const texts = textsOfAllForms(20).filter(text => !/^(?:lock )?(?:j|call 0|loop)/.test(text))
    const failed = texts.filter(text => effectEncoding(text, IP) === undefined)
    for (const text of failed) expect(text).toMatch(/\b[abcd]h\b|^xchg (\w+), \1$/)
    expect(failed.length).toBeLessThan(texts.length / 20)
  })

  it.each([
    // From the instruction pages of the Intel SDM, volume 2.
    ['je 0x401000', '74 fe'],
    ['je 0x401081', '74 7f'],
    ['je 0x401082', '0f 84 7c 00 00 00'],
    ['jne 0x400f82', '75 80'],
    ['jne 0x400f81', '0f 85 7b ff ff ff'],
    ['jmp 0x401081', 'eb 7f'],
    ['jmp 0x401082', 'e9 7d 00 00 00'],
    ['call 0x401000', 'e8 fb ff ff ff'],
    ['loop 0x401000', 'e2 fe'],
    ['loope 0x401002', 'e1 00'],
    ['loopne 0x401002', 'e0 00'],
    ['jrcxz 0x401002', 'e3 00'],
    ['jecxz 0x401003', '67 e3 00'],
    ['jmp r15', '41 ff e7'],
    ['call qword ptr [r12]', '41 ff 14 24'],
    ['push 0x7f', '6a 7f'],
    ['push 0x80', '68 80 00 00 00'],
    ['push 0xffffffffffffff80', '6a 80'],
    ['push 0xffffffff80000000', '68 00 00 00 80'],
    ['push ax', '66 50'],
    ['enter 0x10, 0x1', 'c8 10 00 01'],
    ['rep movsq qword ptr [rdi], qword ptr [rsi]', 'f3 48 a5'],
    ['repne scasw word ptr [rdi]', '66 f2 af'],
    ['xlatb', 'd7'],
    ['crc32 eax, r8w', '66 f2 41 0f 38 f1 c0'],
    ['crc32 r9, spl', 'f2 4c 0f 38 f0 cc'],
    ['andn r8, r9, r10', 'c4 42 b0 f2 c2'],
    ['blsr ecx, dword ptr [r8 + r9*4]', 'c4 82 70 f3 0c 88'],
    ['shlx eax, dword ptr fs:[ebx], ecx', '64 67 c4 e2 71 f7 03'],
    ['rorx rax, rbx, 0x3f', 'c4 e3 fb f0 c3 3f'],
    ['movnti qword ptr [rax], r8', '4c 0f c3 00'],
    ['lock cmpxchg16b xmmword ptr [rdi]', 'f0 48 0f c7 0f'],
    ['prefetchw byte ptr [rax]', '0f 0d 08'],
  ])('encodes %s as %s', (text, expected) => {
    expect(hex(effectEncoding(text, IP))).toBe(expected)
  })

  it.each([
    'loop 0x401082',
    'jrcxz 0x400000',
    'jecxz 0x401083',
    'je 0x7fffffffffffffff',
    'jmp eax',
    'push 0x80000000',
    'push 0x100000000',
    'push eax',
    'enter 0x10000, 0x0',
    'repe movsb byte ptr [rdi], byte ptr [rsi]',
    'movsb byte ptr [rsi], byte ptr [rdi]',
    'movsb',
    'crc32 rax, ax',
    'crc32 rax, ah',
    'andn ax, bx, cx',
    'andn eax, ebx, rcx',
    'lock cmpxchg16b xmmword ptr [ax]',
    'lock movnti dword ptr [rax], eax',
    'lock jmp 0x401000',
    'cmpxchg8b xmmword ptr [rax]',
    'addps xmm0, xmm1',
    'syscall',
  ])('finds no encoding of %s', text => {
    expect(effectEncoding(text, IP)).toBeUndefined()
  })

  it('knows no instruction with unsafe or unpredictable effects', () => {
    const strange = 'popf popfq pushf pushfq syscall sysenter int int1 int3 in out hlt cli sti rdtsc cpuid iretq retf addps movaps wrfsbase'
    expect(strange.split(' ').filter(mnemonic => KNOWN_MNEMONICS.has(mnemonic))).toEqual([])
    expect(['mov', 'movsd', 'scasb', 'je', 'mulx', 'xlatb'].filter(mnemonic => !KNOWN_MNEMONICS.has(mnemonic))).toEqual([])
  })

  it('leaves the assembler of level 0 unchanged', () => {
    for (const text of ['je 0x401020', 'jmp rax', 'push 0x5', 'enter 0x10, 0x0', 'andn eax, ebx, ecx', 'xlatb', 'ud2', 'crc32 eax, bl']) {
      expect(shortestEncoding(text, 64), text).toBeUndefined()
    }
    expect(encodingsOf('lock cmpxchg8b qword ptr [rax]', 32)).toEqual([])
  })

  describe('assembleProgram', () => {
    it('puts each instruction at its address', () => {
      const program = ['xor eax, eax', 'add rax, rcx', 'loop 0x401002', 'db 48 01 d8', 'ret']
      expect(assembleProgram(program, IP, capstone)).toEqual({
        _tag: 'Assembled',
        instructions: [
          { text: 'xor eax, eax', offset: 0, length: 2 },
          { text: 'add rax, rcx', offset: 2, length: 3 },
          { text: 'loop 0x401002', offset: 5, length: 2 },
          { text: 'add rax, rbx', offset: 7, length: 3 },
          { text: 'ret', offset: 10, length: 1 },
        ],
        bytes: Uint8Array.from([0x31, 0xc0, 0x48, 0x01, 0xc8, 0xe2, 0xfb, 0x48, 0x01, 0xd8, 0xc3]),
      })
    })

    it.each(['06', 'd6', '0f 04', '0f 0a', '82 c0 01', 'f0 48 01 d8', '66 66 66 66 66 66 66 66 66 66 66 66 66 66 66'])(
      'finds no instruction in %s, whatever follows',
      pairs => expect(assembleProgram(['ret', `db ${pairs}`], IP, capstone)).toEqual({ _tag: 'Malformed', index: 1 }),
    )

    it.each([
      ['db 48 b8 01', 'cut short'],
      ['db 66', 'cut short'],
      ['db 90 90', 'several'],
      ['db 90 06', 'go on behind'],
      ['db 66 6a 05', 'operand size'],
      ['db 66 eb 00', 'processors differ'],
      ['db 66 90', 'nop'],
      ['db 0f 1e fa', 'reserved nops'],
      ['db f2 e8 00 00 00 00', 'hint prefixes'],
      ['db', 'no encoding'],
      ['db 4', 'no encoding'],
      ['db 48 01 D8', 'no encoding'],
      ['db 48 01  d8', 'no encoding'],
      [`db${' 66'.repeat(15)} 90`, 'no encoding'],
      ['mov rax,rbx', 'no encoding'],
      ['addps xmm0, xmm1', 'no encoding'],
      // No code outside the level is ever run.
      ['db cd 80', 'does not know int'],
      ['db 0f 05', 'does not know syscall'],
      ['db 9d', 'does not know popf'],
      ['db 0f a1', 'does not know the operand fs'],
      ['db f2 0f 10 c1', 'does not know the operand xmm0'],
      ['db 64 89 00', 'does not know the operand dword ptr fs:[rax]'],
      ['db f3 01 d8', 'a prefix of repetition has no meaning there'],
      ['db 64 d7', 'a prefix of a segment'],
      ['mov dword ptr fs:[rax], eax', 'does not know the operand dword ptr fs:[rax]'],
      ['db f2 a4', 'no meaning'],
    ])('gives no judgement on %s', (text, reason) => {
      expect(assembleProgram([text], IP, capstone)).toEqual({ _tag: 'Unjudged', reason: expect.stringContaining(reason) })
    })

    it.each([
      ['db d0 f0', 'shl al, 0x1'],
      ['db 03 c3', 'add eax, ebx'],
      ['db eb fe', 'jmp 0x401000'],
      ['db 8b 05 10 00 00 00', 'mov eax, dword ptr [rip + 0x10]'],
    ])('reads %s as %s', (text, house) => {
      const length = text.split(' ').length - 1
      expect(assembleProgram([text], IP, capstone)).toMatchObject({ instructions: [{ text: house, offset: 0, length }] })
    })

    it('rejects an encoding that reads back differently', () => {
      const other: Disassembler = { ...capstone, read: () => ({ length: 3, text: 'add rax, rbx', mnemonic: 'add' }) }
      const silent: Disassembler = { ...capstone, read: () => undefined }
      const doubtful: Disassembler = { ...capstone, read: () => 'known to differ' }
      const long: Disassembler = { ...capstone, read: () => ({ length: 4, text: 'mov rax, rbx', mnemonic: 'mov' }) }
      for (const disassembler of [other, silent, doubtful, long])
        expect(assembleProgram(['mov rax, rbx'], IP, disassembler)).toMatchObject({ _tag: 'Unjudged' })
    })
  })
})
