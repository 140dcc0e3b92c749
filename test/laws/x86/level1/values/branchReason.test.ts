import { describe, expect, it } from 'vitest'
import { branchReason } from '../../../../../laws/x86/level1/values/branchReason'
import type { StateBefore } from '../../../../../laws/x86/level1/reading/stateBefore'
import { FLAG_BITS } from '../../../../../laws/x86/processor/processor'

const stateOf = (flags: number, rcx = 0n): StateBefore => {
  const registers = new BigUint64Array(16).fill(0xdeadn)
  registers[1] = rcx
  return { registers, flags }
}

const shown = (text: string, state: StateBefore): string | undefined =>
  branchReason(text, state)
    ?.map(([name, value]) => `${name}=${value}`)
    .join(' ')

/** Flags that each condition reads, from the Intel SDM, volume 2, Jcc. */
const FLAGS_OF_CONDITIONS = {
  OF: 'jo jno',
  CF: 'jb jae',
  ZF: 'je jne',
  'CF ZF': 'jbe ja',
  SF: 'js jns',
  PF: 'jp jnp',
  'SF OF': 'jl jge',
  'ZF SF OF': 'jle jg',
}

describe('branchReason', () => {
  it.each(
    Object.entries(FLAGS_OF_CONDITIONS).flatMap(([flags, mnemonics]) => mnemonics.split(' ').map(mnemonic => [mnemonic, flags] as const)),
  )('lists the flags that %s reads: %s', (mnemonic, flags) => {
    const names = flags.split(' ') as readonly (keyof typeof FLAG_BITS)[]
    for (const set of [undefined, ...names]) {
      // Flags that the condition does not read are set if those that it reads are clear.
      const others = names.reduce((bits, name) => bits & ~FLAG_BITS[name], 0xfff)
      const bits = set === undefined ? others : FLAG_BITS[set]
      const expected = names.map(name => `${name}=${name === set ? 1 : 0}`).join(' ')
      expect(shown(`${mnemonic} 0x401020`, stateOf(bits))).toBe(expected)
    }
  })

  it.each([
    ['jrcxz 0x401020', 0x1_0000_0000n, 'rcx=0x100000000'],
    ['jecxz 0x401020', 0x1_0000_0000n, 'ecx=0x0'],
    ['jecxz 0x401020', 0xffff_ffff_ffff_fffen, 'ecx=0xfffffffe'],
    ['loop 0x401020', 5n, 'rcx=0x4'],
    ['loop 0x401020', 1n, 'rcx=0x0'],
    ['loop 0x401020', 0n, 'rcx=0xffffffffffffffff'],
    ['loope 0x401020', 5n, 'rcx=0x4 ZF=1'],
    ['loopne 0x401020', 1n, 'rcx=0x0 ZF=1'],
  ])('reports, for %s with rcx %i, %s', (text, rcx, expected) => {
    expect(shown(text, stateOf(FLAG_BITS.ZF, rcx))).toBe(expected)
    expect(shown(text, stateOf(0xfff & ~FLAG_BITS.ZF, rcx))).toBe(expected.replace('ZF=1', 'ZF=0'))
  })

  it.each(['jmp 0x401020', 'jmp rax', 'jmp qword ptr [rax]', 'call 0x401020', 'call qword ptr [rax + 0x8]', 'ret', 'ret 0x8'])(
    'reports %s as always taken',
    text => expect(branchReason(text, stateOf(0xfff))).toEqual([]),
  )

  it.each(['add eax, ebx', 'cmove eax, ebx', 'sete al', 'rep movsb byte ptr [rdi], byte ptr [rsi]', 'ud2', ''])(
    'reports no branch for %s',
    text => expect(branchReason(text, stateOf(0))).toBeUndefined(),
  )
})
