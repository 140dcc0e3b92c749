import { describe, expect, it } from 'vitest'
import type { StateBefore } from '../../../../../laws/x86/level1/reading/stateBefore'
import { undefinedFlagsOf, unsupportedOf } from '../../../../../laws/x86/level1/reading/undefinedFlags'
import { FLAG_BITS } from '../../../../../laws/x86/processor/processor'

const withCount = (rcx: bigint): StateBefore => ({
  registers: BigUint64Array.from({ length: 16 }, (_, n) => (n === 1 ? rcx : 7n)),
  flags: 0,
})

const namesOf = (bits: number): string =>
  Object.entries(FLAG_BITS)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => name)
    .join(' ')

describe('undefinedFlagsOf', () => {
  it.each([
    // From "Flags affected" on the instruction pages of the Intel SDM, volume 2.
    ['and eax, ebx', 'AF'],
    ['lock or byte ptr [rax], 0x1', 'AF'],
    ['xor eax, eax', 'AF'],
    ['test al, 0x1', 'AF'],
    ['andn eax, ebx, ecx', 'PF AF'],
    ['blsi eax, ebx', 'PF AF'],
    ['blsmsk eax, ebx', 'PF AF'],
    ['blsr eax, ebx', 'PF AF'],
    ['bzhi eax, ebx, ecx', 'PF AF'],
    ['bextr eax, ebx, ecx', 'PF AF SF'],
    ['mul rbx', 'PF AF ZF SF'],
    ['imul rbx', 'PF AF ZF SF'],
    ['imul eax, ebx', 'PF AF ZF SF'],
    ['imul eax, ebx, 0x5', 'PF AF ZF SF'],
    ['div byte ptr [rax]', 'CF PF AF ZF SF OF'],
    ['idiv ecx', 'CF PF AF ZF SF OF'],
    ['bt eax, ebx', 'PF AF SF OF'],
    ['bts eax, 0x5', 'PF AF SF OF'],
    ['lock btr dword ptr [rax], 0x5', 'PF AF SF OF'],
    ['btc eax, ebx', 'PF AF SF OF'],
    ['bsf eax, ebx', 'CF PF AF SF OF'],
    ['bsr eax, ebx', 'CF PF AF SF OF'],
    ['tzcnt eax, ebx', 'PF AF SF OF'],
    ['lzcnt eax, ebx', 'PF AF SF OF'],
    // All flags are defined, or none is written.
    ...['add eax, ebx', 'cmp eax, ebx', 'neg eax', 'not eax', 'inc eax', 'popcnt eax, ebx', 'adcx eax, ebx', 'crc32 eax, bl'].map(
      text => [text, ''] as const,
    ),
    ...['pdep eax, ebx, ecx', 'mulx eax, ebx, ecx', 'rorx eax, ebx, 0x5', 'shlx eax, ebx, ecx', 'cmpxchg8b qword ptr [rax]'].map(
      text => [text, ''] as const,
    ),
    ...['mov eax, ebx', 'xchg ecx, eax', 'push 0x5', 'je 0x401000', 'ret', 'repe cmpsb byte ptr [rsi], byte ptr [rdi]', 'xlatb'].map(
      text => [text, ''] as const,
    ),
  ] as const)('returns, for %s, the flags %s', (text, flags) => {
    expect(namesOf(undefinedFlagsOf(text, withCount(5n)))).toBe(flags)
  })

  it.each([
    ['shl eax, cl', 0n, ''],
    ['shl eax, cl', 1n, 'AF'],
    ['shl eax, cl', 2n, 'AF OF'],
    ['shl eax, cl', 31n, 'AF OF'],
    // The processor reads five or six bits of the count.
    ['shl eax, cl', 32n, ''],
    ['shl eax, cl', 33n, 'AF'],
    ['shl rax, cl', 32n, 'AF OF'],
    ['shl rax, cl', 63n, 'AF OF'],
    ['shl rax, cl', 64n, ''],
    ['shl qword ptr [rax], cl', 65n, 'AF'],
    ['shl eax, cl', 0xffff_ffff_ffff_ff20n, ''],
    ['shl al, cl', 7n, 'AF OF'],
    ['shl al, cl', 8n, 'CF AF OF'],
    ['shr ah, cl', 31n, 'CF AF OF'],
    ['shr ax, cl', 15n, 'AF OF'],
    ['shr word ptr [rax], cl', 16n, 'CF AF OF'],
    ['sar al, cl', 8n, 'AF OF'],
    ['sar al, cl', 1n, 'AF'],
    ['rol al, cl', 1n, ''],
    ['rol al, cl', 8n, 'OF'],
    ['ror eax, cl', 32n, ''],
    ['rcl rax, cl', 2n, 'OF'],
    ['rcr rax, cl', 1n, ''],
    ['shld eax, ebx, cl', 0n, ''],
    ['shld eax, ebx, cl', 1n, 'AF'],
    ['shld eax, ebx, cl', 31n, 'AF OF'],
    ['shrd ax, bx, cl', 16n, 'AF OF'],
    ['shrd ax, bx, cl', 17n, 'CF PF AF ZF SF OF'],
    ['shrd word ptr [rax], bx, cl', 48n, 'AF OF'],
    ['shrd rax, rbx, cl', 63n, 'AF OF'],
  ] as const)('returns, for %s by %i, the flags %s', (text, count, flags) => {
    expect(namesOf(undefinedFlagsOf(text, withCount(count)))).toBe(flags)
    const immediate = text.replace(/cl$/, `0x${(count & 0xffn).toString(16)}`)
    expect(namesOf(undefinedFlagsOf(immediate, withCount(3n)))).toBe(flags)
  })
})

describe('unsupportedOf', () => {
  const reasonFor = (text: string, rcx = 5n, flagsAfter = 0): string | undefined =>
    unsupportedOf(text, withCount(rcx), { flags: flagsAfter })

  it.each([
    ['shld ax, bx, cl', 17n],
    ['shrd word ptr [rax], bx, cl', 31n],
    ['shrd ax, bx, 0x1f', 0n],
    ['rcl al, cl', 9n],
    ['rcl byte ptr [rax], 0x12', 0n],
    ['rcr ah, cl', 27n],
    ['rcr ax, cl', 17n],
    ['rcr ax, cl', 49n],
  ])('rejects %s by %i', (text, count) => expect(reasonFor(text, count)).toMatch(/undefined|differ/))

  it.each([
    ['shld ax, bx, cl', 16n],
    ['shld ax, bx, cl', 32n],
    ['shld eax, ebx, cl', 31n],
    ['rcl al, cl', 8n],
    ['rcl al, cl', 32n],
    ['rcl ax, cl', 9n],
    ['rcr eax, cl', 9n],
    ['rcr rax, cl', 63n],
    ['shl al, cl', 9n],
  ])('accepts %s by %i', (text, count) => expect(reasonFor(text, count)).toBeUndefined())

  it.each(['bsf eax, ebx', 'bsr rax, qword ptr [rax]'])('rejects %s if no bit is set', text => {
    expect(reasonFor(text, 5n, FLAG_BITS.ZF)).toMatch(/no bit/)
    expect(reasonFor(text, 5n, 0xfff & ~FLAG_BITS.ZF)).toBeUndefined()
  })

  it('rejects bswap and movsxd with 16 bits only', () => {
    expect(reasonFor('bswap r8w')).toMatch(/16 bits/)
    expect(reasonFor('bswap r8d')).toBeUndefined()
    expect(reasonFor('movsxd ax, ecx')).toMatch(/16 bits/)
    expect(reasonFor('movsxd rax, ecx')).toBeUndefined()
  })

  it.each([
    'popf',
    'pushfq',
    'syscall',
    'int 0x80',
    'in al, dx',
    'repz ret',
    'addps xmm0, xmm1',
    'movsd xmm0, xmm1',
    'cmpsd xmm0, qword ptr [rax], 0x1',
    'mov rax, cr0',
    'mov ds, ax',
    'push fs',
    'mov eax, dword ptr fs:[rax]',
    'movsb byte ptr [rdi], byte ptr gs:[rsi]',
    'jmp fword ptr [rax]',
    'repne movsb byte ptr [rdi], byte ptr [rsi]',
    'repe stosb byte ptr [rdi]',
    'rep scasb byte ptr [rdi]',
    'rep add eax, ebx',
    'db 90',
    '',
  ])('rejects "%s", which is not part of the level', text => expect(reasonFor(text)).toMatch(/does not know|no meaning/))

  it.each([
    'rep movsd dword ptr [rdi], dword ptr [rsi]',
    'repne scasb byte ptr [rdi]',
    'lock cmpxchg16b xmmword ptr [rdi]',
    'lea rax, [rbx + rcx*4 + 0x10]',
    'mov eax, dword ptr [rip + 0x10]',
    'nop',
    'jmp 0x401000',
  ])('accepts "%s"', text => expect(reasonFor(text)).toBeUndefined())
})
