import { describe, expect, it } from 'vitest'
import { CONDITIONS } from '../../../../../arbitraries/x86/interpreter/families/conditions'
import { run, valuesAfter, ZERO_FLAGS } from '../support/runText'

const to = { _tag: 'Jump', to: 0x40_1012n }
const fall = { _tag: 'Fall' }

describe('a branch', () => {
  it.each([
    ['je', { ZF: 1n }, to, [{ flag: 'ZF', value: true }]],
    ['jne', { ZF: 1n }, fall, [{ flag: 'ZF', value: true }]],
    [
      'jbe',
      { ZF: 1n },
      to,
      [
        { flag: 'CF', value: false },
        { flag: 'ZF', value: true },
      ],
    ],
    [
      'jle',
      { SF: 1n },
      to,
      [
        { flag: 'ZF', value: false },
        { flag: 'SF', value: true },
        { flag: 'OF', value: false },
      ],
    ],
  ])('reports the flags that %s reads', (name, flags, next, looked) => {
    const outcome = run(`${name} 0x401012`, { ...ZERO_FLAGS, ...flags })
    expect(outcome).toMatchObject({ _tag: 'Ran', next, why: { _tag: 'Conditional', flags: looked } })
  })

  it('has a condition that is the negation of its pair’s', () => {
    const values = [false, true]
    for (let index = 0; index < CONDITIONS.length; index += 2) {
      const [one, other] = [CONDITIONS[index], CONDITIONS[index + 1]]
      for (const a of values) for (const b of values) for (const c of values) expect(one?.holds([a, b, c])).toBe(!other?.holds([a, b, c]))
    }
  })

  it.each([
    ['loop', { rcx: 1n }, fall, 0n, []],
    ['loop', { rcx: 0n }, to, 0xffff_ffff_ffff_ffffn, []],
    ['loope', { rcx: 2n, ZF: 1n }, to, 1n, [{ flag: 'ZF', value: true }]],
    ['loope', { rcx: 2n, ZF: 0n }, fall, 1n, [{ flag: 'ZF', value: false }]],
    ['loopne', { rcx: 2n, ZF: 0n }, to, 1n, [{ flag: 'ZF', value: false }]],
    ['jrcxz', { rcx: 1n << 32n }, fall, 1n << 32n, []],
    ['jecxz', { rcx: 1n << 32n }, to, 0n, []],
  ])('counts with %s given %o', (name, given, next, counter, flags) => {
    const outcome = run(`${name} 0x401012`, { ...ZERO_FLAGS, ...given })
    expect(outcome).toMatchObject({ next, why: { _tag: 'Conditional', flags, counter } })
    expect(valuesAfter(outcome, ['rcx'])).toEqual({ rcx: name.startsWith('loop') ? counter : given.rcx })
  })

  it('ends the program if it is taken, and does not if it is not', () => {
    const taken = run('mov eax, 0x1; je 0x401012; mov eax, 0x2', { ...ZERO_FLAGS, ZF: 1n })
    expect(valuesAfter(taken, ['rax'])).toEqual({ rax: 1n })
    const passed = run('mov eax, 0x1; je 0x401012; mov eax, 0x2', ZERO_FLAGS)
    expect(passed).toMatchObject({ next: fall, why: undefined })
    expect(valuesAfter(passed, ['rax'])).toEqual({ rax: 2n })
  })
})
