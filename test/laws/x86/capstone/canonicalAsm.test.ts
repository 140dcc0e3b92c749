import { describe, expect, it } from 'vitest'
import { canonicalAsm } from '../../../../laws/x86/capstone/canonicalAsm'

const canonical = (bits: 32 | 64, operands: string, mnemonic = 'mov'): string =>
  canonicalAsm({ length: 1, mnemonic, operands }, bits).text.slice(mnemonic.length + 1)

// On the left the text that capstone prints, on the right the text that docs/levels/level0.md specifies.

describe('canonicalAsm', () => {
  it.each([
    ['ret', '', 'ret', 'ret'],
    ['lock add', 'dword ptr [rax], ecx', 'lock add dword ptr [rax], ecx', 'add'],
    ['rep movsb', 'byte ptr [rdi], byte ptr [rsi]', 'rep movsb byte ptr [rdi], byte ptr [rsi]', 'movsb'],
    ['repe cmpsb', 'a, b', 'repe cmpsb a, b', 'cmpsb'],
    ['repne scasb', 'al, byte ptr es:[edi]', 'repne scasb byte ptr [edi]', 'scasb'],
    ['block', 'a', 'block a', 'block'],
  ])('shows prefixes before the mnemonic: %s', (mnemonic, operands, text, bare) => {
    expect(canonicalAsm({ length: 1, mnemonic, operands }, 64)).toEqual({ text, mnemonic: bare })
  })

  it.each([
    ['eax, 5', 'eax, 0x5'],
    ['9', '0x9'],
    ['[rax + 8]', '[rax + 0x8]'],
    ['dword ptr [rax*4 + 9], 0', 'dword ptr [rax*4 + 0x9], 0x0'],
    ['[5]', '[0x5]'],
    ['0x10:3', '0x10:0x3'],
    ['st(0), st(1)', 'st(0), st(1)'],
    ['xmm0, xmm1', 'xmm0, xmm1'],
    ['eax, 0x1f', 'eax, 0x1f'],
    ['[rax + 1]{1to8}, 7', '[rax + 0x1]{1to8}, 0x7'],
    ['eax, 10', 'eax, 10'],
  ])('writes every number in hexadecimal digits: %s', (printed, expected) => expect(canonical(64, printed)).toBe(expected))

  it.each([
    ['zmm0 {k1} {z}, zmm1', 'zmm0{k1}{z}, zmm1'],
    ['k2 {k7}, zmm1', 'k2{k7}, zmm1'],
    ['zmm0, zmm1, {rn-sae}', 'zmm0, zmm1{rn-sae}'],
    ['zmm0, {sae}, zmm1, 0x5', 'zmm0, zmm1{sae}, 0x5'],
    ['zmm0, zmm1, {sae}, 0x15', 'zmm0, zmm1{sae}, 0x15'],
    ['zmm0 {k1}, zmm1, {rz-sae}, zmm2', 'zmm0{k1}, zmm1, zmm2{rz-sae}'],
    ['zmm0, dword ptr [rax]{1to16}', 'zmm0, dword ptr [rax]{1to16}'],
  ])('puts masks at their register and rounding after the last operand: %s', (printed, expected) =>
    expect(canonical(64, printed)).toBe(expected),
  )

  it.each([
    ['ptr [rax]', '[rax]'],
    ['eax, ptr [rax]', 'eax, [rax]'],
    ['xword ptr [rax]', 'tbyte ptr [rax]'],
    ['dword ptr [rax], ecx', 'dword ptr [rax], ecx'],
    ['xmmword ptr [rax]', 'xmmword ptr [rax]'],
  ])('prints a size keyword or nothing: %s', (printed, expected) => expect(canonical(64, printed)).toBe(expected))

  it.each([
    ['[rax + riz]', '[rax]'],
    ['[rax + riz*2]', '[rax]'],
    ['[eax + eiz*8 + 0x10]', '[eax + 0x10]'],
    ['[riz*4 + 0x10]', '[0x10]'],
    ['[eiz + 0x10]', '[0x10]'],
    ['[rip + 0x10]', '[rip + 0x10]'],
  ])('leaves out an index that does not exist: %s', (printed, expected) => expect(canonical(64, printed)).toBe(expected))

  it.each([
    [64, 'es:[rax]', '[rax]'],
    [64, 'cs:[rax]', '[rax]'],
    [64, 'ss:[rax]', '[rax]'],
    [64, 'ds:[rbp]', '[rbp]'],
    [64, 'fs:[rax]', 'fs:[rax]'],
    [64, 'gs:[rax]', 'gs:[rax]'],
    [32, 'es:[eax]', 'es:[eax]'],
    [32, 'ss:[eax]', 'ss:[eax]'],
    [32, 'ss:[ebp]', '[ebp]'],
    [32, 'ss:[esp + 0x10]', '[esp + 0x10]'],
    [32, 'ss:[ebpx]', 'ss:[ebpx]'],
    [32, 'ds:[eax]', '[eax]'],
    [32, 'ds:[ebp]', 'ds:[ebp]'],
    [32, 'ds:[esp + 0x10]', 'ds:[esp + 0x10]'],
    [32, 'ds:[ebp*2]', '[ebp*2]'],
    [32, 'ds:[0x1000]', '[0x1000]'],
  ] as const)('shows, in %i-bit code, a segment that has an effect: %s', (bits, printed, expected) =>
    expect(canonical(bits, printed)).toBe(expected),
  )

  const MINUS_ONE = '0xffffffffffffffff'
  it.each([
    [64, `byte ptr [0x1000], ${MINUS_ONE}`, 'byte ptr [0x1000], 0xff'],
    [64, `word ptr [0x1000], ${MINUS_ONE}`, 'word ptr [0x1000], 0xffff'],
    [64, `dword ptr [0x1000], ${MINUS_ONE}`, 'dword ptr [0x1000], 0xffffffff'],
    [64, `qword ptr [0x1000], ${MINUS_ONE}`, `qword ptr [0x1000], ${MINUS_ONE}`],
    [64, `rax, ${MINUS_ONE}`, `rax, ${MINUS_ONE}`],
    [64, `r8, ${MINUS_ONE}`, `r8, ${MINUS_ONE}`],
    [64, `r8d, ${MINUS_ONE}`, 'r8d, 0xffffffff'],
    [64, `r12d, ${MINUS_ONE}`, 'r12d, 0xffffffff'],
    [64, `r10w, ${MINUS_ONE}`, 'r10w, 0xffff'],
    [32, `eax, 0xffffffffffffff80`, 'eax, 0xffffff80'],
    [32, MINUS_ONE, '0xffffffff'],
    [32, `dl, 0xffffffffffffff80`, 'dl, 0x80'],
    [32, `ah, ${MINUS_ONE}`, 'ah, 0xff'],
    ...['ax', 'dx', 'si', 'di', 'sp', 'bp'].map(name => [32, `${name}, ${MINUS_ONE}`, `${name}, 0xffff`] as const),
    ...['eax', 'esp', 'edi'].map(name => [32, `${name}, ${MINUS_ONE}`, `${name}, 0xffffffff`] as const),
    [32, 'eax, 0xffffffff', 'eax, 0xffffffff'],
    [32, `dword ptr [${MINUS_ONE}], eax`, `dword ptr [${MINUS_ONE}], eax`],
  ] as const)('prints, in %i-bit code, immediates as wide as the operation: %s', (bits, printed, expected) =>
    expect(canonical(bits, printed)).toBe(expected),
  )

  // By the instruction pages of the Intel SDM, volume 2.
  it.each([
    ['movabs', 'rax, 0x1122334455667788', 'mov rax, 0x1122334455667788'],
    ['sal', 'eax, 0x1', 'shl eax, 0x1'],
    ['fadd', 'st(1)', 'fadd st(0), st(1)'],
    ['fadd', 'st(1), st(0)', 'fadd st(1), st(0)'],
    ['fadd', 'dword ptr [rax]', 'fadd dword ptr [rax]'],
    ['faddp', 'st(1)', 'faddp st(1), st(0)'],
    ['faddp', 'st(1), st(0)', 'faddp st(1), st(0)'],
    ['fcomi', 'st(1)', 'fcomi st(0), st(1)'],
    ['fcompi', 'st(1)', 'fcomip st(0), st(1)'],
    ['fucompi', 'st(1)', 'fucomip st(0), st(1)'],
    ['rcl', 'eax', 'rcl eax, 0x1'],
    ['rcl', 'eax, cl', 'rcl eax, cl'],
    ['pblendvb', 'xmm1, xmm2, xmm0', 'pblendvb xmm1, xmm2'],
    ['pblendvb', 'xmm1, xmm0', 'pblendvb xmm1'],
    ['pblendvb', 'xmm1, xmm0, xmm0', 'pblendvb xmm1, xmm0'],
    ['lock', '', 'lock'],
    ['rep ret', '', 'rep ret'],
    ['comisd', 'xmm0, xmmword ptr [rax]', 'comisd xmm0, qword ptr [rax]'],
    ['lodsb', 'al, byte ptr [rsi]', 'lodsb byte ptr [rsi]'],
    ['stosb', 'byte ptr es:[edi], al', 'stosb byte ptr [edi]'],
    ['scasd', 'eax, dword ptr es:[edi]', 'scasd dword ptr [edi]'],
    ['movsb', 'byte ptr es:[edi], byte ptr [esi]', 'movsb byte ptr [edi], byte ptr [esi]'],
    ['insb', 'byte ptr es:[edi], dx', 'insb byte ptr [edi], dx'],
    ['movsd', 'qword ptr es:[eax], xmm0', 'movsd qword ptr es:[eax], xmm0'],
    ['enter', '0xffffffffffffff80, 0xffffffffffffff80', 'enter 0xff80, 0x80'],
    ['enter', '0x10, 0x1', 'enter 0x10, 0x1'],
    ['invlpg', 'byte ptr [eax]', 'invlpg [eax]'],
    ['fnsave', 'dword ptr [eax]', 'fnsave [eax]'],
    ['lea', 'eax, fs:[ebx]', 'lea eax, [ebx]'],
    ['lea', 'eax, es:[ebx]', 'lea eax, [ebx]'],
    ['les', 'eax, [ebx]', 'les eax, fword ptr [ebx]'],
    ['lss', 'r8d, [rbx]', 'lss r8d, fword ptr [rbx]'],
    ['lfs', 'r10d, [rbx]', 'lfs r10d, fword ptr [rbx]'],
    ['lfs', 'rax, [rbx]', 'lfs rax, tbyte ptr [rbx]'],
    ['lgs', 'r8, [rbx]', 'lgs r8, tbyte ptr [rbx]'],
    ['lgs', 'r8w, [rbx]', 'lgs r8w, dword ptr [rbx]'],
    ['lds', 'ax, [ebx]', 'lds ax, dword ptr [ebx]'],
  ])('uses the words of the manual: %s %s', (mnemonic, operands, text) => {
    expect(canonicalAsm({ length: 1, mnemonic, operands }, 32).text).toBe(text)
  })
})
