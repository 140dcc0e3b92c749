import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../../../laws/x86/capstone/differences'

const reasonOf = (mnemonic: string, operands: string, ...bytes: number[]): string | undefined =>
  differenceOf({ length: bytes.length, mnemonic, operands }, Uint8Array.from(bytes))

describe('differenceOf', () => {
  it.each<[string, string, readonly number[], RegExp]>([
    ['bndmov', 'bnd0, bnd1', [0x66, 0x0f, 0x1a, 0xc1], /^MPX/],
    ['bnd jmp', '0x10', [0xf2, 0xeb, 0x0e], /^hint prefixes/],
    ['xacquire lock add', 'dword ptr [eax], ecx', [0xf2, 0xf0, 0x01, 0x08], /^hint prefixes/],
    ['nop', '', [0x66, 0x90], /^66 90/],
    ['nop', '', [0x48, 0x90], /^66 90/],
    ['nop', '', [0x4f, 0x90], /^66 90/],
    ['nop', 'dword ptr [eax]', [0x0f, 0x1e, 0x00], /^reserved/],
    ['nop', 'dword ptr [eax]', [0x0f, 0x1f, 0x08], /^reserved/],
    ['nop', 'dword ptr [eax]', [0x66, 0x0f, 0x0d, 0x00], /^reserved/],
    ['ud1', 'eax, ecx', [0x0f, 0xb9, 0xc1], /^others read operands/],
    ['ljmp', '0x10:0x20', [0xea], /^far pointers/],
    ['loop', '0x10', [0x67, 0xe2, 0x0e], /^the address size/],
    ['monitor', '', [0x66, 0x67, 0x0f, 0x01, 0xc8], /^the address size/],
    ['push', '0x10', [0x66, 0x6a, 0x10], /^the operand size/],
    ['pop', 'fs', [0x66, 0x0f, 0xa1], /^the operand size/],
    ['ret', '', [0x66, 0xc3], /^the operand size/],
    ['push', 'eaxx', [0x66, 0x50], /^the operand size/],
    ['vgatherdps', 'xmm0', [0xc4], /^the size of the memory operand/],
    ['xstore', '', [0x0f, 0xa7, 0xc0], /^the mandatory rep/],
    ['feni8087_nop', '', [0xdb, 0xe0], /^names for/],
  ])('reports a known difference: %s %s (%j)', (mnemonic, operands, bytes, reason) => {
    expect(reasonOf(mnemonic, operands, ...bytes)).toMatch(reason)
  })

  it.each<[string, string, readonly number[]]>([
    ['nop', '', [0x90]],
    ['nop', '', [0xf3, 0x90]],
    ['nop', '', [0x50, 0x90]],
    ['nop', 'dword ptr [eax]', [0x0f, 0x1f, 0x00]],
    ['nop', 'word ptr [eax + 0x8]', [0x66, 0x0f, 0x1f, 0x40, 0x08]],
    ['loop', '0x10', [0xe2, 0x67]],
    ['jmp', '0x10', [0x67, 0xeb, 0x0e]],
    ['push', '0x10', [0x6a, 0x66]],
    ['push', '0x10', [0x2e]],
    ...['ax', 'dx', 'si', 'di', 'sp', 'bp', 'r8w', 'r15w', 'word ptr [eax]'].map((operand): [string, string, readonly number[]] => [
      'push',
      operand,
      [0x66, 0x50],
    ]),
    ['xchg bnd', 'a', [0x87]],
    ['add', 'eax, ecx', [0x66, 0x01, 0xc8]],
  ])('reports no difference: %s %s (%j)', (mnemonic, operands, bytes) => {
    expect(reasonOf(mnemonic, operands, ...bytes)).toBeUndefined()
  })
})
