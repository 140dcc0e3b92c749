import { describe, expect, it } from 'vitest'
import { operandsOfText } from '../../../../laws/x86/level0/operandsOfText'

describe('operandsOfText', () => {
  it.each([
    ['ret', 'ret', 'none'],
    ['mov rax, rbx', 'mov', 'reg 64, reg 64'],
    ['lock add dword ptr [rax], ecx', 'add', 'mem 32, reg 32'],
    ['rep movsb byte ptr [rdi], byte ptr [rsi]', 'movsb', 'mem 8, mem 8'],
    ['repne scasw word ptr [rdi]', 'scasw', 'mem 16'],
    ['lea eax, [rbx]', 'lea', 'reg 32, mem'],
    ['mov eax, fs:[rbx]', 'mov', 'reg 32, mem'],
    ['mov eax, dword ptr gs:[rbx]', 'mov', 'reg 32, mem 32'],
    ['les eax, fword ptr [ebx]', 'les', 'reg 32, mem 48'],
    ['fld tbyte ptr [rax]', 'fld', 'mem 80'],
    ['vaddps zmm0{k1}{z}, zmm1, zmmword ptr [rax]', 'vaddps', 'reg 512, reg 512, mem 512'],
    ['vaddps zmm0, zmm1, dword ptr [rax]{1to16}', 'vaddps', 'reg 512, reg 512, mem 32'],
    ['vaddps zmm0, zmm1, zmm2{rn-sae}', 'vaddps', 'reg 512, reg 512, reg 512'],
    ['vmovaps ymm31, ymmword ptr [rax]', 'vmovaps', 'reg 256, mem 256'],
    ['vroundps zmm0, {sae}, 0x5', 'vroundps', 'reg 512, imm'],
    ['jmp 0x1000', 'jmp', 'rel'],
    ['jne 0x1000', 'jne', 'rel'],
    ['call 0x1000', 'call', 'rel'],
    ['loop 0x1000', 'loop', 'rel'],
    ['loope 0x1000', 'loope', 'rel'],
    ['loopne 0x1000', 'loopne', 'rel'],
    ['xbegin 0x1000', 'xbegin', 'rel'],
    ['push 0x1000', 'push', 'imm'],
    ['mov cr0, rax', 'mov', 'reg 64, reg 64'],
    ['mov rax, dr15', 'mov', 'reg 64, reg 64'],
    ['mov rax, dr16', 'mov', undefined],
    ['fadd st(0), st(7)', 'fadd', 'reg 80, reg 80'],
    ['mov al, r15b', 'mov', 'reg 8, reg 8'],
    ['mov es, r8w', 'mov', 'reg 16, reg 16'],
    ['kmovw k7, r9d', 'kmovw', 'reg 64, reg 32'],
    ['bndmov bnd3, xmm4', 'bndmov', 'reg 128, reg 128'],
    ['mov eax, nonsense', 'mov', undefined],
    ['mov eax, oddword ptr [rax]', 'mov', undefined],
    ['mov eax, 0x1g', 'mov', undefined],
    ['mov eax, 10', 'mov', undefined],
  ])('returns the operands of %s', (text, mnemonic, operands) => {
    expect(operandsOfText(text, mnemonic, 64)).toBe(operands)
  })

  it('gives control and debug registers the width of the mode', () => {
    expect(operandsOfText('mov cr3, eax', 'mov', 32)).toBe('reg 32, reg 32')
  })
})
