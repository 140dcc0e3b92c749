import { describe, expect, it } from 'vitest'
import { encodingFixpoint, lengthsAddUp, type Reencode } from '../../laws/x86/answerLaws'
import type { Disassembler, Reading } from '../../laws/x86/capstone/capstone'
import { truthOf } from '../../laws/x86/claims'
import { classOf } from '../../laws/x86/classRules'
import { judge } from '../../laws/x86/judge'
import { operandsOfText } from '../../laws/x86/operandsOfText'
import { bytesOf, parseInput } from '../../laws/x86/parseInput'
import type { Draft } from '../../src/model/draft'

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

describe('lengths.addUp', () => {
  it.each<[Draft<Asked, string>, unknown]>([
    [draft(ANSWER), 'holds'],
    [draft('0 3\n3 1', { task: 'boundaries' }), 'holds'],
    [draft('0 3\n4 1', { task: 'boundaries' }), { violated: 'an instruction ends at 3, the next starts at 4' }],
    [draft('1 3\n4 1'), { violated: 'an instruction ends at 0, the next starts at 1' }],
    [draft('0 3\n3 2'), { violated: 'the instructions have 5 bytes, the input 4' }],
    [draft('0 3'), { violated: 'the instructions have 3 bytes, the input 4' }],
    [draft('0 reg 64', { task: 'operands' }), 'notApplicable'],
    [trap, 'notApplicable'],
  ])('of %j', (given, outcome) => expect(lengthsAddUp.check(given)).toEqual(outcome))
})

describe('encoding.fixpoint', () => {
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

  it('encodes the bytes of the input at their address, in the mode that is stated', () => {
    expect(check(draft(ANSWER))).toBe('holds')
    expect(check(draft(ANSWER, { isa: 'x86-32' }))).toBe('holds')
    expect(check(draft('10 13 mov rax, rbx\n23 10 ret', { isa: 'x86-32' }))).toBe('holds')
    expect(calls).toEqual([
      [64, [0x48, 0x89, 0xd8, 0xc3], 0x1000],
      [32, [0x48, 0x89, 0xd8, 0xc3], 0x1000],
      [32, [0x48, 0x89, 0xd8, 0xc3], 0x1000],
    ])
  })

  it('is about decoded answers alone', () => {
    expect(check(draft('0 3\n3 1', { task: 'boundaries' }))).toBe('notApplicable')
    expect(check(trap)).toBe('notApplicable')
  })

  it('tells what reads otherwise, or is not there', () => {
    expect(check(draft('0 3 mov rax, rcx\n3 1 ret'))).toEqual({ violated: 'mov rax, rcx, encoded again, reads mov rax, rbx' })
    expect(check(draft('0 3 mov rax, 1 2 rbx\n3 1 ret'))).toEqual({ violated: 'mov rax, 1 2 rbx, encoded again, reads mov rax, rbx' })
    expect(check(draft('0 3 mov rax, rbx'))).toEqual({ violated: 'of instructions there were 1, encoded again there are 2' })
    expect(encodingFixpoint(() => undefined, read).check(draft(ANSWER))).toEqual({ violated: 'what was decoded cannot be encoded again' })
    expect(encodingFixpoint(reencode, () => undefined).check(draft(ANSWER))).toEqual({
      violated: 'mov rax, rbx, encoded again, reads as nothing',
    })
  })
})

describe('a statement', () => {
  const known = [{ mnemonic: 'mov', length: 3 }, { mnemonic: 'ret' }]
  it.each([
    [undefined, 'true'],
    [{ _tag: 'Mnemonic', instruction: 0, mnemonic: 'mov' }, 'true'],
    [{ _tag: 'Mnemonic', instruction: 1, mnemonic: 'mov' }, 'false'],
    [{ _tag: 'Mnemonic', instruction: 2, mnemonic: 'mov' }, 'unjudged'],
    [{ _tag: 'Length', instruction: 0, length: 3 }, 'true'],
    [{ _tag: 'Length', instruction: 0, length: 2 }, 'false'],
    [{ _tag: 'Length', instruction: 1, length: 1 }, 'unjudged'],
    [{ _tag: 'Length', instruction: 2, length: 1 }, 'unjudged'],
  ] as const)('%j is %s', (claim, truth) => expect(truthOf(claim, known)).toBe(truth))
})

describe('operands of house text', () => {
  it.each([
    ['ret', 'ret', 'none'],
    ['mov rax, rbx', 'mov', 'reg 64, reg 64'],
    ['lock add dword ptr [rax], ecx', 'add', 'mem 32, reg 32'],
    ['rep movsb byte ptr [rdi], byte ptr [rsi]', 'movsb', 'mem 8, mem 8'],
    ['repne scasw word ptr [rdi]', 'scasw', 'mem 16'],
    ['lea eax, [rbx]', 'lea', 'reg 32, mem'],
    ['mov eax, fs:[rbx]', 'mov', 'reg 32, mem'],
    ['mov eax, dword ptr gs:[rbx]', 'mov', 'reg 32, mem 32'],
    ['les eax, fword ptr [ebx]', 'les', 'reg 32, mem 48'],
    ['fld tbyte ptr [rax]', 'fld', 'mem 80'],
    ['vaddps zmm0{k1}{z}, zmm1, zmmword ptr [rax]', 'vaddps', 'reg 512, reg 512, mem 512'],
    ['vaddps zmm0, zmm1, dword ptr [rax]{1to16}', 'vaddps', 'reg 512, reg 512, mem 32'],
    ['vaddps zmm0, zmm1, zmm2{rn-sae}', 'vaddps', 'reg 512, reg 512, reg 512'],
    ['vmovaps ymm31, ymmword ptr [rax]', 'vmovaps', 'reg 256, mem 256'],
    ['vroundps zmm0, {sae}, 0x5', 'vroundps', 'reg 512, imm'],
    ['jmp 0x1000', 'jmp', 'rel'],
    ['jne 0x1000', 'jne', 'rel'],
    ['call 0x1000', 'call', 'rel'],
    ['loop 0x1000', 'loop', 'rel'],
    ['loope 0x1000', 'loope', 'rel'],
    ['loopne 0x1000', 'loopne', 'rel'],
    ['xbegin 0x1000', 'xbegin', 'rel'],
    ['push 0x1000', 'push', 'imm'],
    ['mov cr0, rax', 'mov', 'reg 64, reg 64'],
    ['mov rax, dr15', 'mov', 'reg 64, reg 64'],
    ['mov rax, dr16', 'mov', undefined],
    ['fadd st(0), st(7)', 'fadd', 'reg 80, reg 80'],
    ['mov al, r15b', 'mov', 'reg 8, reg 8'],
    ['mov es, r8w', 'mov', 'reg 16, reg 16'],
    ['kmovw k7, r9d', 'kmovw', 'reg 64, reg 32'],
    ['bndmov bnd3, xmm4', 'bndmov', 'reg 128, reg 128'],
    ['mov eax, nonsense', 'mov', undefined],
    ['mov eax, oddword ptr [rax]', 'mov', undefined],
    ['mov eax, 0x1g', 'mov', undefined],
    ['mov eax, 10', 'mov', undefined],
  ])('%s', (text, mnemonic, operands) => {
    expect(operandsOfText(text, mnemonic, 64)).toBe(operands)
  })

  it('have control and debug registers as wide as the mode', () => {
    expect(operandsOfText('mov cr3, eax', 'mov', 32)).toBe('reg 32, reg 32')
  })
})

describe('a class', () => {
  it('is the same however often it is asked for', () => {
    for (let time = 0; time < 3; time++) expect(['add', 'lea', 'movsd'].map(classOf)).toEqual(['arithmetic', undefined, undefined])
  })
})

describe('bytes', () => {
  it('are read from pairs of digits', () => {
    expect([...bytesOf('00 09 0a 0f 90 a0 f9 ff')]).toEqual([0x00, 0x09, 0x0a, 0x0f, 0x90, 0xa0, 0xf9, 0xff])
    expect([...bytesOf('7f')]).toEqual([0x7f])
  })
})

describe('an input', () => {
  const input = (parts: Readonly<Record<string, string>>): string =>
    Object.entries(parts)
      .map(([key, value]) => `${key}: ${value}`)
      .join('\n')
  const base = { task: 'decode', isa: 'x86-64', ip: '0x401000', bytes: '48 89 d8' }

  it('is read with all that it says', () => {
    const header = { modes: [64], ip: 0x40_1000, claim: undefined }
    expect(parseInput(input(base))).toEqual({ ...header, task: 'decode', bytes: Uint8Array.of(0x48, 0x89, 0xd8) })
    expect(parseInput(input({ ...base, isa: 'x86', given: 'instruction 12 is mov' }))).toMatchObject({
      modes: [32, 64],
      claim: { _tag: 'Mnemonic', instruction: 12, mnemonic: 'mov' },
    })
    expect(parseInput(input({ ...base, given: 'instruction 0 has 15 bytes' }))).toMatchObject({
      claim: { _tag: 'Length', instruction: 0, length: 15 },
    })
    expect(parseInput(input({ ...base, task: 'classify', classes: 'shift, control_flow' }))).toEqual({
      ...header,
      task: 'classify',
      bytes: Uint8Array.of(0x48, 0x89, 0xd8),
      classes: ['shift', 'control_flow'],
    })
    const { bytes: _, ...withoutBytes } = base
    expect(parseInput(input({ ...withoutBytes, task: 'encode', text: 'ret' }))).toEqual({ ...header, task: 'encode', text: 'ret' })
    for (const body of [{ bytes: '06' }, { text: 'ret' }])
      expect(parseInput(input({ ...withoutBytes, task: 'effects', ...body }))).toEqual({ task: 'out_of_scope' })
    expect(parseInput(input({ ...base, isa: 'aarch64' }))).toEqual({ task: 'out_of_scope' })
  })

  it.each<[string, Readonly<Record<string, string>>]>([
    ['an address beyond exact numbers', { ...base, ip: '0xfffffffffffff1' }],
    ['an address of thirteen digits more', { ...base, ip: '0x12345678901234' }],
    ['an address in capitals', { ...base, ip: '0xA' }],
    ['an address with more behind it', { ...base, ip: '0x1000 ' }],
    ['an address of 32-bit code above 4 GiB', { ...base, isa: 'x86', ip: '0x100000000' }],
    ['bytes with more before them', { ...base, bytes: ' 48' }],
    ['bytes with more behind them', { ...base, bytes: '48 8' }],
    ['bytes of three digits', { ...base, bytes: '480' }],
    ['classes with a blank too many', { ...base, task: 'classify', classes: 'shift,  flag' }],
    ['classes with a comma at the end', { ...base, task: 'classify', classes: 'shift, ' }],
    ['classes with a comma at the start', { ...base, task: 'classify', classes: ', shift' }],
    ['no classes', { ...base, task: 'classify', classes: '' }],
    ['classes where none are asked for', { ...base, classes: 'shift' }],
    ['a statement with more behind it', { ...base, given: 'instruction 0 is mov.' }],
    ['a statement with more before it', { ...base, given: 'an instruction 0 is mov' }],
    ['a statement about a name in capitals', { ...base, given: 'instruction 0 is Mov' }],
    ['a statement about no bytes', { ...base, given: 'instruction 0 has 0 bytes' }],
    ['a statement about a thousand bytes', { ...base, given: 'instruction 0 has 1000 bytes' }],
    ['a statement about instruction 10000', { ...base, given: 'instruction 10000 is mov' }],
    ['something after the last line', { ...base, more: '' }],
  ])('is none with %s', (_, parts) => expect(parseInput(input(parts))).toBeUndefined())

  it('may have the greatest addresses that there are', () => {
    expect(parseInput(input({ ...base, ip: '0x1fffffffffffff' }))).toBeUndefined()
    expect(parseInput(input({ ...base, ip: '0xfffffffffffff' }))).toMatchObject({ ip: 0xf_ffff_ffff_ffff })
    expect(parseInput(input({ ...base, ip: '0x0' }))).toMatchObject({ ip: 0 })
    expect(parseInput(input({ ...base, isa: 'x86-32', ip: '0xffffffff' }))).toMatchObject({ ip: 0xffff_ffff })
  })
})

describe('a verdict in two modes', () => {
  /** Reads all bytes as one instruction, as told for each mode. */
  const reading = (of: (bits: 32 | 64) => string): Disassembler => ({
    version: 'none',
    readsArm64: () => false,
    read: (bits, bytes): Reading => ({ length: bytes.length, text: of(bits), mnemonic: of(bits).split(' ')[0] as string }),
  })
  /** Reads 90 in both modes and 06 in 32-bit code, and nothing else. */
  const bytewise: Disassembler = {
    ...reading(() => 'nop'),
    read: (bits, bytes, offset) =>
      bytes[offset] === 0x90 || (bytes[offset] === 0x06 && bits === 32) ? { length: 1, text: 'nop', mnemonic: 'nop' } : undefined,
  }
  const verdict = (disassembler: Disassembler, task = 'decode', more = '', bytes = '90 90 90 90') =>
    judge(disassembler)([`task: ${task}\nisa: x86\nip: 0x1000\nbytes: ${bytes}${more}`])[0]

  it('is none where the bytes break at different places', () => {
    expect(verdict(bytewise, 'decode', '', '90 06 07 07')).toEqual({
      _tag: 'CannotJudge',
      reason: 'the bytes break at different places in the two modes',
    })
    expect(verdict(bytewise, 'decode', '', '90 90 07 07')).toEqual({ _tag: 'Refuse', type: 'malformed', at: 2 })
  })

  /** What the bytes are in one mode, under the statement that instruction 0 is mov; completions have fifteen bytes. */
  const at = (bytes: Uint8Array, mnemonic: string, length = bytes.length): Reading => ({ length, text: `${mnemonic} a`, mnemonic })
  const STATES = {
    sound: bytes => at(bytes, 'mov'),
    refuted: bytes => at(bytes, 'add'),
    cut: (bytes, offset) => (bytes.length === 15 ? at(bytes, 'ret') : offset === 0 ? at(bytes, 'mov', 1) : undefined),
    refutedAndCut: (bytes, offset) => (bytes.length === 15 ? at(bytes, 'ret') : offset === 0 ? at(bytes, 'add', 1) : undefined),
    malformed: () => undefined,
    malformedLater: (bytes, offset) => (bytes.length === 15 || offset > 0 ? undefined : at(bytes, 'mov', 1)),
    unjudged: () => 'known to differ',
  } satisfies Readonly<Record<string, (bytes: Uint8Array, offset: number) => Reading | string | undefined>>
  const ONE_MODE = 'the bytes can be read to their end in one mode only'
  type State = keyof typeof STATES
  it.each<[State, State, string]>([
    ['sound', 'sound', '0 4 mov a'],
    ['sound', 'refuted', '0 4 mov a'],
    ['sound', 'refutedAndCut', ONE_MODE],
    ['sound', 'cut', ONE_MODE],
    ['sound', 'malformed', ONE_MODE],
    ['refuted', 'refuted', 'contradictory'],
    ['refuted', 'refutedAndCut', 'contradictory'],
    ['refuted', 'cut', ONE_MODE],
    ['refuted', 'malformed', ONE_MODE],
    ['cut', 'cut', 'incomplete'],
    ['cut', 'malformed', ONE_MODE],
    ['malformed', 'malformed', 'malformed at 0'],
    ['malformed', 'malformedLater', 'the bytes break at different places in the two modes'],
    ...(Object.keys(STATES) as State[]).map((state): [State, State, string] => [state, 'unjudged', 'known to differ']),
  ])('that are %s and %s is one and the same in either order', (one, other, expected) => {
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
  ])('is none where only the answer of %i-bit code has no class', (without, text) => {
    const one = verdict(
      reading(bits => (bits === without ? text : 'add a')),
      'classify',
      '\nclasses: arithmetic',
    )
    expect(one).toEqual({ _tag: 'CannotJudge', reason: 'no class known for lea' })
  })

  it('is none where a class is not among those that are listed, or an operand is of no kind', () => {
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
