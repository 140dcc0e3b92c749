import { describe, expect, it } from 'vitest'
import type { Disassembler, Reading } from '../../../../laws/x86/capstone/capstone'
import { judge } from '../../../../laws/x86/level0/judge'

describe('a verdict for two modes', () => {
  /** Reads all bytes as one instruction, with the given text per mode. */
  const reading = (of: (bits: 32 | 64) => string): Disassembler => ({
    version: 'none',
    readsArm64: () => false,
    read: (bits, bytes): Reading => ({ length: bytes.length, text: of(bits), mnemonic: of(bits).split(' ')[0] as string }),
  })
  /** Reads 90 in both modes, 06 in 32-bit code only, and nothing else. */
  const bytewise: Disassembler = {
    ...reading(() => 'nop'),
    read: (bits, bytes, offset) =>
      bytes[offset] === 0x90 || (bytes[offset] === 0x06 && bits === 32) ? { length: 1, text: 'nop', mnemonic: 'nop' } : undefined,
  }
  const verdict = (disassembler: Disassembler, task = 'decode', more = '', bytes = '90 90 90 90') =>
    judge(disassembler)([`task: ${task}\nisa: x86\nip: 0x1000\nbytes: ${bytes}${more}`])[0]

  it('does not exist if the bytes break at different positions', () => {
    expect(verdict(bytewise, 'decode', '', '90 06 07 07')).toEqual({
      _tag: 'CannotJudge',
      reason: 'the bytes break at different places in the two modes',
    })
    expect(verdict(bytewise, 'decode', '', '90 90 07 07')).toEqual({ _tag: 'Refuse', type: 'malformed', at: 2 })
  })

  /** Returns the reading in one mode under the statement that instruction 0 is mov; completions have fifteen bytes. */
  const at = (bytes: Uint8Array, mnemonic: string, length = bytes.length): Reading => ({ length, text: `${mnemonic} a`, mnemonic })
  const completed = (bytes: Uint8Array): Reading => ({ ...at(bytes, 'ret'), text: `ret ${bytes.join(' ')}` })
  const STATES = {
    sound: bytes => at(bytes, 'mov'),
    refuted: bytes => at(bytes, 'add'),
    cut: (bytes, offset) => {
      if (bytes.length === 15) return completed(bytes)
      if (offset === 0) return at(bytes, 'mov', 1)
      return bytes.length > 4 ? { ...completed(bytes), length: bytes.length - offset } : undefined
    },
    refutedAndCut: (bytes, offset) => (bytes.length === 15 ? completed(bytes) : offset === 0 ? at(bytes, 'add', 1) : undefined),
    malformed: () => undefined,
    malformedLater: (bytes, offset) => (bytes.length === 15 || offset > 0 ? undefined : at(bytes, 'mov', 1)),
    unjudged: () => 'known to differ',
  } satisfies Readonly<Record<string, (bytes: Uint8Array, offset: number) => Reading | string | undefined>>
  const ONE_MODE = 'the bytes can be read to their end in one mode only'
  type State = keyof typeof STATES
  it.each<[State, State, string]>([
    ['sound', 'sound', '0 4 mov a'],
    ['sound', 'refuted', '0 4 mov a'],
    ['sound', 'refutedAndCut', '0 4 mov a'],
    ['sound', 'cut', ONE_MODE],
    ['sound', 'malformed', ONE_MODE],
    ['refuted', 'refuted', 'contradictory'],
    ['refuted', 'refutedAndCut', 'contradictory'],
    ['refuted', 'cut', 'incomplete'],
    ['refutedAndCut', 'cut', 'incomplete'],
    ['refuted', 'malformed', ONE_MODE],
    ['cut', 'cut', 'incomplete'],
    ['cut', 'malformed', ONE_MODE],
    ['malformed', 'malformed', 'malformed at 0'],
    ['malformed', 'malformedLater', 'the bytes break at different places in the two modes'],
    ...(Object.keys(STATES) as State[]).map((state): [State, State, string] => [state, 'unjudged', 'known to differ']),
  ])('is the same for readings that are %s and %s, in either order', (one, other, expected) => {
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const disassembler: Disassembler = {
        ...bytewise,
        read: (bits, bytes, offset) => (STATES[bits === 32 ? first : second] as (typeof STATES)['cut'])(bytes, offset),
      }
      const found = verdict(disassembler, 'decode', '\ngiven: instruction 0 is mov')
      if (found?._tag === 'Answer') expect(found.canonical).toBe(expected)
      else if (found?._tag === 'CannotJudge') expect(found.reason).toBe(expected)
      else expect(found).toEqual({ _tag: 'Refuse', ...refusal(expected) })
    }
  })
  const refusal = (spelled: string): object => (spelled === 'malformed at 0' ? { type: 'malformed', at: 0 } : { type: spelled })

  it.each([
    [32, 'lea a'],
    [64, 'lea a'],
  ])('does not exist if only the answer in %i-bit code has no class', (without, text) => {
    const one = verdict(
      reading(bits => (bits === without ? text : 'add a')),
      'classify',
      '\nclasses: arithmetic',
    )
    expect(one).toEqual({ _tag: 'CannotJudge', reason: 'no class known for lea' })
  })

  it('does not exist if a class is not listed or an operand has no kind', () => {
    expect(
      verdict(
        reading(() => 'add a'),
        'classify',
        '\nclasses: shift',
      ),
    ).toEqual({
      _tag: 'CannotJudge',
      reason: 'no class known for add',
    })
    expect(
      verdict(
        reading(() => 'add nonsense'),
        'operands',
      ),
    ).toEqual({
      _tag: 'CannotJudge',
      reason: 'an operand of no known kind: add',
    })
  })
})
