import { describe, expect, it } from 'vitest'
import { type Given, run, valuesAfter, ZERO_FLAGS } from './support/runText'

const MAX = 0xffff_ffff_ffff_ffffn
const MIN = 0x8000_0000_0000_0000n

/** Given values and the expected values afterwards; flags start as zero. Undefined ones are left out, or `?`. */
type Case = readonly [lines: string, given: Given, after: Readonly<Record<string, bigint | string>>]

const check = ([lines, given, after]: Case): void =>
  expect(valuesAfter(run(lines, { ...ZERO_FLAGS, ...given }), Object.keys(after))).toEqual(after)

const BORDERS: readonly Case[] = [
  [
    'add rax, rbx; adc rcx, rdx',
    { rax: MAX, rbx: 1n, rcx: MAX, rdx: 0n },
    { rax: 0n, rcx: 0n, CF: 1n, ZF: 1n, AF: 1n, PF: 1n, OF: 0n, SF: 0n },
  ],
  ['adc al, bl', { rax: 0x7fn, rbx: 0xffn, CF: 1n }, { rax: 0x7fn, CF: 1n, OF: 0n, AF: 1n, SF: 0n, PF: 0n }],
  ['add al, bl', { rax: 0x7fn, rbx: 1n }, { rax: 0x80n, CF: 0n, OF: 1n, AF: 1n, SF: 1n, PF: 0n }],
  ['sub rax, rbx; sbb rcx, rdx', { rax: 0n, rbx: 1n, rcx: 0n, rdx: 0n }, { rax: MAX, rcx: MAX, CF: 1n, SF: 1n, OF: 0n, AF: 1n, PF: 1n }],
  ['cmp eax, ebx', { rax: 0x8000_0000n, rbx: 1n }, { rax: 0x8000_0000n, CF: 0n, OF: 1n, SF: 0n, AF: 1n, ZF: 0n, PF: 1n }],
  ['neg rax', { rax: MIN }, { rax: MIN, CF: 1n, OF: 1n, SF: 1n, ZF: 0n, AF: 0n, PF: 1n }],
  ['neg rax', { rax: 0n }, { rax: 0n, CF: 0n, OF: 0n, ZF: 1n }],
  ['inc rax', { rax: MAX, CF: 1n }, { rax: 0n, CF: 1n, ZF: 1n, OF: 0n, AF: 1n }],
  ['inc eax', { rax: 0x7fff_ffffn }, { rax: 0x8000_0000n, CF: 0n, OF: 1n, SF: 1n }],
  ['dec al', { rax: 0x80n, CF: 1n }, { rax: 0x7fn, CF: 1n, OF: 1n, SF: 0n, AF: 1n }],
  ['mov eax, ebx', { rax: MAX, rbx: MAX }, { rax: 0xffff_ffffn }],
  ['mov ax, bx', { rax: 0n, rbx: MAX }, { rax: 0xffffn }],
  ['mov ah, bl', { rax: 0n, rbx: 0x1234n }, { rax: 0x3400n }],
  ['mov bl, ah', { rax: 0x1234n, rbx: MAX }, { rbx: 0xffff_ffff_ffff_ff12n }],
  ['mov sil, al', { rax: 0x1234n, rsi: 0x5678n }, { rsi: 0x5634n }],
  ['add ah, al', { rax: 0xff01n }, { rax: 0x0001n, CF: 1n, ZF: 1n }],
  ['movsx eax, bl', { rax: 0n, rbx: 0x80n }, { rax: 0xffff_ff80n }],
  ['movsxd rax, ebx', { rax: 0n, rbx: 0x8000_0000n }, { rax: 0xffff_ffff_8000_0000n }],
  ['lea eax, [rbx + rcx*8 - 0x1]', { rbx: MAX, rcx: 1n }, { rax: 6n }],
  ['bswap eax', { rax: 0xffff_ffff_1234_5678n }, { rax: 0x7856_3412n }],
  ['xchg rbx, rbx', { rbx: 5n }, { rbx: 5n }],
  ['xchg ebx, ebx', { rbx: MAX }, { rbx: 0xffff_ffffn }],
  ['xchg al, ah', { rax: 0x1234n }, { rax: 0x3412n }],
  ['xadd rax, rax', { rax: 3n }, { rax: 6n }],
  ['xadd rax, rbx', { rax: 3n, rbx: 4n }, { rax: 7n, rbx: 3n }],
  ['cmpxchg rbx, rcx', { rax: 5n, rbx: 5n, rcx: 9n }, { rax: 5n, rbx: 9n, ZF: 1n, CF: 0n }],
  ['cmpxchg rbx, rcx', { rax: 5n, rbx: 6n, rcx: 9n }, { rax: 6n, rbx: 6n, ZF: 0n, CF: 1n }],
  ['cmpxchg ebx, ecx', { rax: MAX, rbx: MIN, rcx: 9n }, { rax: 0n, rbx: MIN }],
  ['cmpxchg ebx, ecx', { rax: MIN, rbx: MIN, rcx: 9n }, { rax: MIN, rbx: 9n }],
  ['cmove eax, ebx', { rax: MAX, rbx: 1n }, { rax: 0xffff_ffffn }],
  ['cmovne ax, bx', { rax: MAX, rbx: 1n }, { rax: 0xffff_ffff_ffff_0001n }],
  ['setg al', { rax: MAX, SF: 1n, OF: 1n }, { rax: 0xffff_ffff_ffff_ff01n }],
  ['setle al', { rax: MAX, SF: 1n, OF: 1n }, { rax: 0xffff_ffff_ffff_ff00n }],
  ['cqo', { rax: MIN, rdx: 0n }, { rdx: MAX }],
  ['cwd', { rax: 0x7fffn, rdx: MAX }, { rdx: 0xffff_ffff_ffff_0000n }],
  ['cbw', { rax: 0xff80n }, { rax: 0xff80n }],
  ['lahf', { rax: 0n, CF: 1n, ZF: 1n }, { rax: 0x4300n }],
  ['sahf', { rax: 0x9500n }, { SF: 1n, ZF: 0n, AF: 1n, PF: 1n, CF: 1n, OF: 0n }],
  ['cmc; std', {}, { CF: 1n, DF: 1n }],
]

const SHIFTS: readonly Case[] = [
  ['sar rax, 0x0', { rax: 5n, CF: 1n, ZF: 1n, AF: 1n }, { rax: 5n, CF: 1n, ZF: 1n, AF: 1n, OF: 0n }],
  ['sar rax, cl', { rax: 5n, rcx: 0x40n, CF: 1n, OF: 1n }, { rax: 5n, CF: 1n, OF: 1n }],
  ['shl eax, 0x20', { rax: MAX, CF: 1n }, { rax: 0xffff_ffffn, CF: 1n, ZF: 0n }],
  ['shl eax, cl', { rax: 1n, rcx: 0x21n }, { rax: 2n, CF: 0n, OF: 0n, AF: '?' }],
  ['shl rax, 0x21', { rax: 1n }, { rax: 0x2_0000_0000n, OF: '?', AF: '?' }],
  ['shl al, 0x1', { rax: 0xc0n }, { rax: 0x80n, CF: 1n, OF: 0n, SF: 1n }],
  ['shl al, 0x8', { rax: 1n }, { rax: 0n, CF: '?', ZF: 1n }],
  ['shr al, 0x7', { rax: 0x80n }, { rax: 1n, CF: 0n, OF: '?' }],
  ['shr rax, 0x1', { rax: MIN + 1n }, { rax: MIN >> 1n, CF: 1n, OF: 1n }],
  ['sar al, 0x1f', { rax: 0x80n }, { rax: 0xffn, CF: 1n, OF: '?' }],
  ['sar al, 0x1', { rax: 0x81n, OF: 1n }, { rax: 0xc0n, CF: 1n, OF: 0n }],
  ['rol al, 0x8', { rax: 0x81n, ZF: 1n }, { rax: 0x81n, CF: 1n, OF: '?', ZF: 1n }],
  ['ror al, 0x1', { rax: 1n }, { rax: 0x80n, CF: 1n, OF: 1n }],
  ['rcl al, 0x1', { rax: 0x80n, CF: 1n }, { rax: 1n, CF: 1n, OF: 1n }],
  ['rcr rax, 0x1', { rax: 0n, CF: 1n }, { rax: MIN, CF: 0n, OF: 1n }],
  ['shld eax, ebx, 0x4', { rax: 0x1234_5678n, rbx: 0xa000_0000n }, { rax: 0x2345_678an, CF: 1n }],
  ['shrd ax, bx, 0x10', { rax: 0x8001n, rbx: 0x1234n }, { rax: 0x1234n, CF: 1n }],
  ['shlx rax, rbx, rcx', { rbx: 1n, rcx: 0x7fn, CF: 1n }, { rax: MIN, CF: 1n }],
  ['rorx eax, ebx, 0x21', { rbx: 1n }, { rax: 0x8000_0000n }],
  ['bt eax, 0x21', { rax: 2n, ZF: 1n }, { CF: 1n, ZF: 1n, OF: '?' }],
  ['btc ax, bx', { rax: 0n, rbx: 0x1fn }, { rax: 0x8000n, CF: 0n }],
]

const PRODUCTS: readonly Case[] = [
  ['mul rbx', { rax: MAX, rbx: MAX, rdx: 0n }, { rax: 1n, rdx: MAX - 1n, CF: 1n, OF: 1n, ZF: '?' }],
  ['mul bl', { rax: 0xff10n, rbx: 0x10n }, { rax: 0x0100n, CF: 1n }],
  ['imul bl', { rax: 0xffn, rbx: 0xffn }, { rax: 1n, CF: 0n, OF: 0n }],
  ['imul eax, ebx, 0xffffffff', { rbx: 0x8000_0000n }, { rax: 0x8000_0000n, CF: 1n }],
  ['mulx rax, rax, rbx', { rdx: MAX, rbx: 2n }, { rax: 1n }],
  ['mulx rdx, rax, rbx', { rdx: MAX, rbx: 2n, CF: 1n }, { rdx: 1n, rax: MAX - 1n, CF: 1n }],
  ['div bl', { rax: 0xfeffn, rbx: 0xffn }, { rax: 0xfeffn, CF: '?' }],
  ['idiv ebx', { rax: 0xffff_fff9n, rdx: 0xffff_ffffn, rbx: 2n }, { rax: 0xffff_fffdn, rdx: 0xffff_ffffn }],
  ['popcnt rax, rbx', { rbx: MAX, CF: 1n, OF: 1n }, { rax: 64n, CF: 0n, OF: 0n, ZF: 0n }],
  ['lzcnt ax, bx', { rax: 0n, rbx: 0n }, { rax: 16n, CF: 1n, ZF: 0n }],
  ['tzcnt eax, ebx', { rbx: 1n }, { rax: 0n, CF: 0n, ZF: 1n }],
  ['bsr rax, rbx', { rax: 0n, rbx: MIN }, { rax: 63n, ZF: 0n, CF: '?' }],
  ['blsi eax, ebx', { rbx: 0n }, { rax: 0n, CF: 0n, ZF: 1n }],
  ['blsr eax, ebx', { rbx: 0n }, { rax: 0n, CF: 1n, ZF: 1n }],
  ['blsmsk eax, ebx', { rbx: 0n }, { rax: 0xffff_ffffn, CF: 1n, ZF: 0n, SF: 1n }],
  ['bzhi eax, ebx, ecx', { rbx: 0xffff_ffffn, rcx: 0x120n }, { rax: 0xffff_ffffn, CF: 1n }],
  ['bextr rax, rbx, rcx', { rbx: 0x1234_5678n, rcx: 0x0804n }, { rax: 0x67n, ZF: 0n }],
  ['bextr rax, rbx, rcx', { rbx: MAX, rcx: 0xff40n }, { rax: 0n, ZF: 1n }],
  ['pdep rax, rbx, rcx', { rbx: 0b101n, rcx: 0xf0f0n }, { rax: 0x50n }],
  ['pext rax, rbx, rcx', { rbx: 0x5050n, rcx: 0xf0f0n }, { rax: 0x55n }],
  ['andn rax, rbx, rcx', { rbx: 0xf0n, rcx: 0xffn, CF: 1n }, { rax: 0x0fn, CF: 0n, AF: '?' }],
  ['adox rax, rbx; adcx rcx, rdx', { rax: MAX, rbx: 1n, rcx: 1n, rdx: 1n, CF: 1n }, { rax: 0n, OF: 1n, rcx: 3n, CF: 0n, ZF: 0n }],
  // The check value of CRC-32C: complemented before and after, "123456789" gives 0xe3069283.
  ['crc32 rax, rbx; crc32 eax, cl; not eax', { rax: 0xffff_ffffn, rbx: 0x3837_3635_3433_3231n, rcx: 0x39n }, { rax: 0xe306_9283n }],
]

describe('execute', () => {
  it.each(BORDERS)('computes %s', (...row) => check(row))
  it.each(SHIFTS)('computes %s', (...row) => check(row))
  it.each(PRODUCTS)('computes %s', (...row) => check(row))

  it.each([
    ['rcl al, cl', { rax: 1n, rcx: 9n }],
    ['rcr ax, cl', { rax: 1n, rcx: 17n }],
    ['shld ax, bx, 0x11', { rax: 1n, rbx: 1n }],
    ['bsf rax, rbx', { rax: 1n, rbx: 0n }],
  ])('does not support %s', (lines, given) => expect(run(lines, { ...ZERO_FLAGS, ...given })._tag).toBe('Unsupported'))
})
