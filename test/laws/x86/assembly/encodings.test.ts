import { describe, expect, it } from 'vitest'
import { type Encoding, encodingsOf, isUnfinished, precedes, shortestEncoding } from '../../../../laws/x86/assembly/assemble'

const hex = (bytes: Encoding): string => bytes.map(byte => byte.toString(16).padStart(2, '0')).join(' ')

describe('assemble, by example', () => {
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
    [64, 'shl eax, 0x2', 'c1 e0 02'],
    [64, 'add eax, eax', '01 c0'],
    [64, 'mov esi, edi', '89 fe'],
    [64, 'mov esi, dword ptr [rsi]', '8b 36'],
    [64, 'mov eax, dword ptr [rax + 0x7f]', '8b 40 7f'],
    [64, 'mov eax, dword ptr [rax + 0x80]', '8b 80 80 00 00 00'],
    [64, 'mov eax, dword ptr [rax - 0x80]', '8b 40 80'],
    [64, 'mov eax, dword ptr [rax - 0x81]', '8b 80 7f ff ff ff'],
    [64, 'mov eax, dword ptr [rax - 0x80000000]', '8b 80 00 00 00 80'],
    [64, 'movbe eax, dword ptr fs:[rbx]', '64 0f 38 f0 03'],
    [32, 'mov eax, dword ptr ds:[esp]', '3e 8b 04 24'],
    [32, 'mov eax, dword ptr es:[eax*2]', '26 8b 04 45 00 00 00 00'],
    [64, 'push rax', '50'],
    [32, 'inc eax', '40'],
    [64, 'inc eax', 'ff c0'],
    [64, 'movzx eax, spl', '40 0f b6 c4'],
    [64, 'movzx eax, ah', '0f b6 c4'],
    [32, 'mov eax, dword ptr ss:[eax]', '36 8b 00'],
    [32, 'mov eax, dword ptr ds:[ebp]', '3e 8b 45 00'],
  ] as const)('shortestEncoding returns, for %i-bit %s, %s', (mode, text, expected) => {
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
    [64, 'mov eax, dword ptr [rax*2 + rbx]'],
    [64, 'mov eax, dword ptr [rax - 0x80000001]'],
    [64, 'mov eax, dword ptr [eaxx]'],
    [64, 'mov eax, dword ptr [rax + raxx]'],
    [64, 'mov eax, dword ptr [r8w]'],
    [64, 'mov eax, dword ptr [rax + r8w*2]'],
    [32, 'mov eax, dword ptr [rax]'],
    [32, 'mov eax, dword ptr [eax + rbx]'],
    [32, 'mov eax, dword ptr ss:[esp]'],
    [32, 'mov eax, dword ptr ss:[ebp]'],
    [64, 'lea rax, fs:[rbx]'],
    [64, 'lea rax, rbx'],
    [64, 'lea rax, 0x5'],
    [64, 'lea rax, qword ptr [rbx]'],
    // Registers of another file with the same width and number.
    [64, 'mov rax, mm0'],
    [64, 'mov mm0, rax'],
    [64, 'add mm0, 0x1'],
    [64, 'paddb mm0, rax'],
    [64, 'paddb rax, mm0'],
    [64, 'addps xmm0, rax'],
    [64, 'addps xmm0, dword ptr [rax]'],
    [64, 'add rax, dword ptr [rbx]'],
    [64, 'shl eax, dl'],
    [64, 'shl eax, [rcx]'],
    [64, 'movbe eax, ebx'],
    [64, 'movbe eax, word ptr [rbx]'],
    [64, 'movbe eax, 0x5'],
    // Operands that need a REX prefix, in code without REX.
    [32, 'mov eax, r8d'],
    [32, 'mov r8d, eax'],
    [32, 'inc r8d'],
    [32, 'mov al, spl'],
    [32, 'addps xmm0, xmm8'],
    [64, ''],
  ] as const)('finds no encoding of %i-bit "%s"', (mode, text) => {
    expect(encodingsOf(text, mode)).toEqual([])
  })

  it.each(['xchg eax,', 'xchg rax', 'mov', 'mov rax', 'mov rax,', 'imul rax, rbx,', 'push', 'imul rax,', 'shl qword ptr [rax],'])(
    'isUnfinished accepts "%s"',
    text => expect(isUnfinished(text, 64)).toBe(true),
  )

  it.each(['mov rax, rbx', 'mov rax, rbx,', 'imul rax', 'imul rax, rbx', 'ret', 'ret,', 'mo', '', 'mov rax, ', 'mov st(0),', 'push 0x1,'])(
    'isUnfinished rejects "%s"',
    text => expect(isUnfinished(text, 64)).toBe(false),
  )

  it('rejects a text that only begins like a known mnemonic, and an empty one', () => {
    for (const text of [' mov rax, rbx', 'movabs', 'lock', 'lock ', 'lock mov'])
      expect([encodingsOf(text, 64), isUnfinished(text, 64)], text).toEqual([[], false])
  })

  it('precedes orders two encodings', () => {
    expect(precedes([1], [0, 0])).toBe(true)
    expect(precedes([0, 1], [0, 2])).toBe(true)
    expect(precedes([0, 2], [0, 1])).toBe(false)
    expect(precedes([0], [0])).toBe(false)
  })
})
