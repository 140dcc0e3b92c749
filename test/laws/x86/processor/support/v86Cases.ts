import { FLAG_BITS } from '../../../../../laws/x86/processor/processor'
import type { Given, RegisterName } from './v86Runs'

const { CF, PF, AF, ZF, SF, DF, OF } = FLAG_BITS

/** An instruction with its effect on a state: some registers, and all flags except the undefined ones. */
type Case = readonly [
  name: string,
  bytes: readonly number[],
  given: Given,
  registers: Partial<Record<RegisterName, bigint>>,
  flags: number,
  undefinedFlags: number,
]

/** Instructions with effects from the manual. */
export const INSTRUCTIONS: readonly Case[] = [
  ['add eax, ebx', [0x01, 0xd8], { registers: { rax: 0xffff_ffffn, rbx: 1n } }, { rax: 0n, rbx: 1n }, CF | PF | AF | ZF, 0],
  ['add al, bl', [0x00, 0xd8], { registers: { rax: 0x17fn, rbx: 1n } }, { rax: 0x180n }, AF | SF | OF, 0],
  ['adc eax, ebx', [0x11, 0xd8], { flags: CF, registers: { rax: 1n, rbx: 1n } }, { rax: 3n }, PF, 0],
  ['sub ax, 1', [0x66, 0x83, 0xe8, 0x01], { registers: { rax: 0x1_0000n } }, { rax: 0x1_ffffn }, CF | PF | AF | SF, 0],
  ['inc eax', [0xff, 0xc0], { flags: CF, registers: { rax: 0x7fff_ffffn } }, { rax: 0x8000_0000n }, CF | PF | AF | SF | OF, 0],
  ['shl eax, 1', [0xd1, 0xe0], { registers: { rax: 0x8000_0001n } }, { rax: 2n }, CF | OF, AF],
  ['sar bh, cl', [0xd2, 0xff], { registers: { rbx: 0x8034n, rcx: 7n } }, { rbx: 0xff34n }, PF | SF, AF],
  ['mov ax, 0x1234', [0x66, 0xb8, 0x34, 0x12], { registers: { rax: 0x8765_4321n } }, { rax: 0x8765_1234n }, 0, 0],
  ['movsx eax, bl', [0x0f, 0xbe, 0xc3], { registers: { rbx: 0x80n } }, { rax: 0xffff_ff80n }, 0, 0],
  ['xchg eax, esp', [0x94], { registers: { rax: 1n, rsp: 0xdead_beefn } }, { rax: 0xdead_beefn, rsp: 1n }, 0, 0],
  ['bswap ecx', [0x0f, 0xc9], { registers: { rcx: 0x1234_5678n } }, { rcx: 0x7856_3412n }, 0, 0],
  ['popcnt eax, ebx', [0xf3, 0x0f, 0xb8, 0xc3], { registers: { rbx: 0xff01n } }, { rax: 9n }, 0, 0],
  ['lea eax, [rbx+rcx*4+1]', [0x8d, 0x44, 0x8b, 0x01], { registers: { rbx: 0xffff_ffffn, rcx: 1n } }, { rax: 4n }, 0, 0],
  ['std', [0xfd], {}, {}, DF, 0],
  ['cmovb eax, ebx', [0x0f, 0x42, 0xc3], { flags: CF, registers: { rbx: 7n } }, { rax: 7n }, CF, 0],
  ['setb al', [0x0f, 0x92, 0xc0], { flags: CF, registers: { rax: 0x1234n } }, { rax: 0x1201n }, CF, 0],
]
