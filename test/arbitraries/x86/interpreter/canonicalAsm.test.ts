import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromChoices } from '../../../../arbitraries/choiceSequence'
import { formOf } from '../../../../arbitraries/x86/interpreter/formOf'
import { parseInstruction, printInstruction } from '../../../../arbitraries/x86/interpreter/canonicalAsm'
import { COUNTS, formsOfMnemonic, MNEMONICS, WHITELIST } from '../../../../arbitraries/x86/interpreter/whitelist'
import { loadIced, type X86Tool } from '../../../../arbitraries/x86/iced/iced'
import { drawInstruction as drawDraft } from '../../../../arbitraries/x86/instructions/drawInstruction'
import { isOfKind } from '../../../../arbitraries/x86/interpreter/operandKinds'
import { drawInstruction, numbersFrom } from './support/drawInstruction'

const IP = 0x40_1000

let tool: X86Tool
beforeAll(async () => {
  tool = await loadIced()
})

const NAMES = new Set(MNEMONICS)

/** Encodings of the mnemonics of the whitelist, with any operands that their form allows. */
const icedText = (): fc.Arbitrary<string> => {
  const codes = tool.codes(64).filter(({ mnemonic, encoding }) => NAMES.has(mnemonic) && (encoding === 'Legacy' || encoding === 'VEX'))
  return fromChoices(choose => {
    const freedom = {
      bits: 64,
      ip: IP,
      memory: 'sometimes',
      extended: true,
      bytes: ['low', 'high', 'uniform'],
      ripRelative: 'never',
    } as const
    const draft = drawDraft(choose, choose.pick(codes), { ...freedom, decorations: choose.boolean() })
    const bytes = tool.encode(64, draft, IP)
    return bytes === undefined ? 'nothing' : (tool.decode(64, bytes, IP).instructions[0]?.text ?? 'nothing')
  })
}

describe('parseInstruction and printInstruction', () => {
  it.each([
    'add qword ptr [rbx + rcx*4 - 0x10], rax',
    'mov rax, 0x1',
    'push 0xffffffff80000000',
    'shl eax, 0x1',
    'shl eax, cl',
    'movsb byte ptr [rdi], byte ptr [rsi]',
    'rep movsq qword ptr [rdi], qword ptr [rsi]',
    'repe cmpsb byte ptr [rsi], byte ptr [rdi]',
    'repne scasb byte ptr [rdi]',
    'stosb byte ptr [rdi]',
    'lodsb byte ptr [rsi]',
    'xlatb',
    'mul ebx',
    'loop 0x401012',
    'jrcxz 0x401012',
    'enter 0x10, 0x0',
    'ret 0x8',
    'ret',
    'crc32 rax, rbx',
    'mulx rax, rcx, rbx',
    'lock cmpxchg16b xmmword ptr [rdi]',
    'cmpxchg8b qword ptr [rdi]',
    'lea rax, [rbx + rcx*8 + 0x10]',
    'movsxd rax, ebx',
    'lock add dword ptr [rbx], eax',
    'mov ah, byte ptr [rsp + rbx]',
    'add byte ptr [rax - 0x80000000], 0xff',
  ])('round-trips %s', text => {
    const instruction = parseInstruction(text)
    expect(instruction && printInstruction(instruction)).toBe(text)
  })

  it.each([
    'movaps xmm0, xmm1',
    'syscall',
    'add rax, 1',
    'add rax, 0x01',
    'add rax,rbx',
    'add rax, rbx ',
    ' add rax, rbx',
    'ADD rax, rbx',
    'add rax, 0xffffffff',
    'add eax, 0xffffffffffffffff',
    'add al, 0x100',
    'add rax, ebx',
    'add qword ptr [rax], qword ptr [rbx]',
    'add [rax], rbx',
    'add qword ptr [rax + 0x0], rbx',
    'add qword ptr [rax*1], rbx',
    'add qword ptr [rax + rbx*1], rbx',
    'add qword ptr [rax + rsp*2], rbx',
    'add qword ptr [eax], rbx',
    'add qword ptr [rax + 0x80000000], rbx',
    'add qword ptr [rip + 0x10], rbx',
    'add ah, r8b',
    'mov ah, spl',
    'mov ah, byte ptr [r8]',
    'movzx rax, ah',
    'lock add rax, rbx',
    'xchg rax, rax',
    'lock cmp qword ptr [rax], rbx',
    'lock mov qword ptr [rax], rbx',
    'rep add rax, rbx',
    'rep cmpsb byte ptr [rsi], byte ptr [rdi]',
    'repne movsb byte ptr [rdi], byte ptr [rsi]',
    'movsb byte ptr [rsi], byte ptr [rdi]',
    'bswap ax',
    'bt qword ptr [rax], rbx',
    'enter 0x10, 0x1',
    'shl eax, dl',
    'mov rax, rbx, rcx',
    'mov rax',
    'mov',
    '',
  ])('rejects %s', text => expect(parseInstruction(text)).toBeUndefined())

  it('parses the printed text of every form', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WHITELIST), fc.integer(), (form, seed) => {
        const instruction = drawInstruction(numbersFrom(seed), form)
        expect(parseInstruction(printInstruction(instruction))).toEqual(instruction)
        const fitting = formsOfMnemonic(form.mnemonic).filter(
          ({ operands }) =>
            operands.length === instruction.operands.length &&
            instruction.operands.every((operand, index) => isOfKind(operand, operands[index] as (typeof operands)[number])),
        )
        expect(fitting).toEqual([form])
      }),
      { numRuns: 5000 },
    )
  })

  it('accepts the text that iced prints, for every form', () => {
    const reached = new Set<unknown>()
    fc.assert(
      fc.property(icedText(), text => {
        const instruction = parseInstruction(text)
        if (instruction === undefined) return
        expect(printInstruction(instruction)).toBe(text)
        reached.add(formOf(instruction))
      }),
      { numRuns: 40_000, seed: 42 },
    )
    // iced prints the operand of xlatb.
    expect(WHITELIST.filter(form => !reached.has(form)).map(({ mnemonic, notation }) => `${mnemonic} ${notation}`)).toEqual(['xlatb '])
  })
})

describe('WHITELIST', () => {
  it('has as many mnemonics as its documentation states', () => expect(COUNTS).toEqual({ plain: 117, all: 173, forms: WHITELIST.length }))
})
