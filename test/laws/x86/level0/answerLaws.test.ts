import { describe, expect, it } from 'vitest'
import { encodingFixpoint, lengthsAddUp, type Reencode } from '../../../../laws/x86/level0/answerLaws'
import type { Draft } from '../../../../src/model/draft'

interface Asked {
  readonly task: string
  readonly isa: string
  readonly ip: number
  readonly body: string
}
const draft = (answer: string, asked: Partial<Asked> = {}): Draft<Asked, string> => ({
  _tag: 'Answered',
  question: { task: 'decode', isa: 'x86-64', ip: 0x1000, body: '48 89 d8 c3', ...asked },
  answer,
})
const trap: Draft<Asked, string> = {
  _tag: 'Refused',
  twin: { _tag: 'Answered', question: { task: 'decode', isa: 'x86-64', ip: 0, body: '06' }, answer: '0 1 nop' },
  trap: { type: 'malformed', input: '', witness: { at: 0 } },
}
const ANSWER = '0 3 mov rax, rbx\n3 1 ret'

describe('the law lengths.addUp', () => {
  it.each<[Draft<Asked, string>, unknown]>([
    [draft(ANSWER), 'holds'],
    [draft('0 3\n3 1', { task: 'boundaries' }), 'holds'],
    [draft('0 3\n4 1', { task: 'boundaries' }), { violated: 'an instruction ends at 3, the next starts at 4' }],
    [draft('1 3\n4 1'), { violated: 'an instruction ends at 0, the next starts at 1' }],
    [draft('0 3\n3 2'), { violated: 'the instructions have 5 bytes, the input 4' }],
    [draft('0 3'), { violated: 'the instructions have 3 bytes, the input 4' }],
    [draft('0 reg 64', { task: 'operands' }), 'notApplicable'],
    [trap, 'notApplicable'],
  ])('judges %j', (given, outcome) => expect(lengthsAddUp.check(given)).toEqual(outcome))
})

describe('the law encoding.fixpoint', () => {
  const calls: unknown[] = []
  const reencode: Reencode = (bits, bytes, ip) => {
    calls.push([bits, [...bytes], ip])
    return [
      { bytes: Uint8Array.of(1), ip: 7 },
      { bytes: Uint8Array.of(2), ip: 8 },
    ]
  }
  const texts: Readonly<Record<string, string>> = { '64:1:7': 'mov rax, rbx', '64:2:8': 'ret', '32:1:7': 'mov rax, rbx', '32:2:8': 'ret' }
  const read = (bits: 32 | 64, bytes: Uint8Array, ip: number): string | undefined => texts[`${bits}:${[...bytes].join()}:${ip}`]
  const { check } = encodingFixpoint(reencode, read)

  it('encodes the bytes of the input at their address, in the declared mode', () => {
    expect(check(draft(ANSWER))).toBe('holds')
    expect(check(draft(ANSWER, { isa: 'x86-32' }))).toBe('holds')
    expect(check(draft('10 13 mov rax, rbx\n23 10 ret', { isa: 'x86-32' }))).toBe('holds')
    expect(calls).toEqual([
      [64, [0x48, 0x89, 0xd8, 0xc3], 0x1000],
      [32, [0x48, 0x89, 0xd8, 0xc3], 0x1000],
      [32, [0x48, 0x89, 0xd8, 0xc3], 0x1000],
    ])
  })

  it('is applicable to decoded answers only', () => {
    expect(check(draft('0 3\n3 1', { task: 'boundaries' }))).toBe('notApplicable')
    expect(check(trap)).toBe('notApplicable')
  })

  it('shows an instruction that reads differently or is missing', () => {
    expect(check(draft('0 3 mov rax, rcx\n3 1 ret'))).toEqual({ violated: 'mov rax, rcx, encoded again, reads as mov rax, rbx' })
    expect(check(draft('0 3 mov rax, 1 2 rbx\n3 1 ret'))).toEqual({ violated: 'mov rax, 1 2 rbx, encoded again, reads as mov rax, rbx' })
    expect(check(draft('0 3 mov rax, rbx'))).toEqual({ violated: 'the answer has 1 instructions, the new encoding 2' })
    expect(encodingFixpoint(() => undefined, read).check(draft(ANSWER))).toEqual({
      violated: 'the decoded instructions cannot be encoded again',
    })
    expect(encodingFixpoint(reencode, () => undefined).check(draft(ANSWER))).toEqual({
      violated: 'mov rax, rbx, encoded again, reads as nothing',
    })
  })
})
