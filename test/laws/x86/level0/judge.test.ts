import { beforeAll, describe, expect, it } from 'vitest'
import { type Disassembler, loadCapstone, type Reading } from '../../../../laws/x86/capstone/capstone'
import { CLASSES } from '../../../../laws/x86/level0/classRules'
import { judge } from '../../../../laws/x86/level0/judge'
import type { Verdict } from '../../../../src/model/oracle'

interface Fields {
  readonly task?: string
  readonly isa?: string
  readonly ip?: string
  readonly end?: string
  readonly bytes?: string
  readonly text?: string
  readonly where?: string
  readonly given?: string
}

function inputOf({ task = 'decode', isa = 'x86-64', ip = '0x401000', end, bytes, text, where, given }: Fields): string {
  const lines = [`task: ${task}`, `isa: ${isa}`, `ip: ${ip}`]
  if (end !== undefined) lines.push(`end: ${end}`)
  lines.push(text === undefined ? `bytes: ${bytes ?? '48 89 d8'}` : `text: ${text}`)
  if (where !== undefined) lines.push(`where: ${where}`)
  if (task === 'classify') lines.push(`classes: ${CLASSES.join(', ')}`)
  if (given !== undefined) lines.push(`given: ${given}`)
  return lines.join('\n')
}

let capstone: Disassembler
beforeAll(async () => {
  capstone = await loadCapstone()
})

const verdict = (fields: Fields): Verdict<string> => judge(capstone)([inputOf(fields)])[0] as Verdict<string>

/** Returns the label, the name of the refusal, or the reason for no verdict. */
function outcome(fields: Fields): string {
  const found = verdict(fields)
  if (found._tag === 'Answer') return found.canonical
  if (found._tag === 'CannotJudge') return `cannot judge: ${found.reason}`
  if (found._tag !== 'Refuse') throw new Error(`no verdict: ${JSON.stringify(found)}`)
  return found.type === 'malformed' ? `malformed at ${found.at}` : found.type
}

// Every expected result here is derived from the Intel SDM, volume 2, not copied from a decoder.

describe('judge, on answerable inputs', () => {
  it.each([
    [{ bytes: '48 89 d8' }, '0 3 mov rax, rbx'],
    [{ bytes: '48 89 d8', given: 'instruction 0 is mov' }, '0 3 mov rax, rbx'],
    [{ bytes: '48 89 d8 c3', given: 'instruction 1 has 1 bytes' }, '0 3 mov rax, rbx\n3 1 ret'],
    [{ end: '0x401003' }, '0 3 mov rax, rbx'],
    [{ task: 'boundaries', isa: 'x86', end: '0x401003', bytes: '66 89 d8' }, '0 3'],
    [{ isa: 'x86', end: '0x401003', given: 'instruction 0 is not dec' }, '0 3 mov rax, rbx'],
    [{ isa: 'x86-32', bytes: '40 89 d8' }, '0 1 inc eax\n1 2 mov eax, ebx'],
    [{ bytes: 'eb fe', ip: '0x401000' }, '0 2 jmp 0x401000'],
    [{ bytes: 'eb fe', ip: '0x7fff00401000' }, '0 2 jmp 0x7fff00401000'],
    [{ bytes: 'eb fe', ip: '0x1ffffffff' }, '0 2 jmp 0x1ffffffff'],
    [{ bytes: '90 74 02', ip: '0x1000' }, '0 1 nop\n1 2 je 0x1005'],
    [{ task: 'boundaries', bytes: '48 89 d8 f0 83 00 01 90' }, '0 3\n3 4\n7 1'],
    [
      { task: 'operands', bytes: '48 03 44 8b 10 8d 00 eb 00 c3 6a 05 0f 58 00' },
      '0 reg 64, mem 64\n5 reg 32, mem\n7 rel\n9 none\n10 imm\n12 reg 128, mem 128',
    ],
    [{ task: 'operands', isa: 'x86-32', bytes: '0f 20 c0 8e d8 d8 c1' }, '0 reg 32, reg 32\n3 reg 16, reg 32\n5 reg 80, reg 80'],
    [
      { task: 'classify', bytes: '48 89 d8 01 c8 31 c0 c1 e0 05 39 c8 c3 50' },
      '0 data_transfer\n3 arithmetic\n5 logic\n7 shift\n10 comparison\n12 control_flow\n13 stack',
    ],
  ] as const)('answers %j', (fields, expected) => expect(outcome(fields)).toBe(expected))

  it.each([
    // Both modes agree if nothing depends on REX or on the default size.
    [{ isa: 'x86', bytes: '89 d8 01 c8' }, '0 2 mov eax, ebx\n2 2 add eax, ecx'],
    [{ isa: 'x86', task: 'boundaries', bytes: '50' }, '0 1'],
    // 48 is dec eax in 32-bit code and REX.W in 64-bit code: the statement determines the mode.
    [{ isa: 'x86', bytes: '48 89 d8', given: 'instruction 0 is dec' }, '0 1 dec eax\n1 2 mov eax, ebx'],
    [{ isa: 'x86', bytes: '48 89 d8', given: 'instruction 0 has 3 bytes' }, '0 3 mov rax, rbx'],
  ] as const)('answers without a declared mode: %j', (fields, expected) => expect(outcome(fields)).toBe(expected))

  it.each([
    [{ text: 'mov rax, rbx' }, '48 89 d8'],
    [{ text: 'mov rax, rbx; add ecx, 0x5', given: 'instruction 1 is add' }, '48 89 d8 83 c1 05'],
    [{ text: 'imul ebx' }, 'f7 eb'], // the rest of `imul ebx, ecx` is complete as well
    [{ isa: 'x86-32', text: 'inc eax; ret' }, '40 c3'],
    [{ isa: 'x86', text: 'add eax, ecx' }, '01 c8'],
    [{ text: 'mov %4, rbx', where: '4 = rax' }, '48 89 d8'],
    [{ text: 'add eax, %0', where: '0 = 0x12' }, '83 c0 12'],
    [{ text: 'lock add dword ptr [rax], %0', where: '0 = ecx' }, 'f0 01 08'],
    [{ text: 'push %1; pop %2', where: '2 = rbx, 1 = rax, 3 = rcx' }, '50 5b'],
    [{ text: 'mov rax, rbx', where: '4 = rax', given: 'instruction 0 is mov' }, '48 89 d8'],
    [{ text: 'lock add dword ptr [rax], ecx', given: 'instruction 0 is add' }, 'f0 01 08'],
  ] as const)('answers an encode input: %j', (fields, expected) => expect(outcome({ task: 'encode', ...fields })).toBe(expected))
})

describe('judge, on traps', () => {
  it.each([
    ['out_of_scope', { isa: 'aarch64', bytes: '00 00 80 d2' }],
    ['out_of_scope', { task: 'effects' }],
    ['malformed at 3', { bytes: '48 89 d8 06 90 90 90' }], // push es does not exist in 64-bit code
    ['malformed at 0', { bytes: 'f0 89 d8 90' }], // mov takes no LOCK
    ['malformed at 0', { bytes: '66 66 66 66 66 66 66 66 66 66 66 66 66 66 89 d8' }], // 16 bytes
    ['malformed at 2', { isa: 'x86', bytes: '89 d8 0f 04 90' }], // 0f 04 is undefined
    ['contradictory', { given: 'instruction 0 is add' }],
    ['contradictory', { given: 'instruction 0 has 2 bytes' }],
    ['contradictory', { isa: 'x86', given: 'instruction 0 is add' }],
    ['incomplete', { bytes: '48 89 d8 48' }], // REX without opcode
    ['incomplete', { bytes: '48 89 d8 48 89' }], // without ModRM
    ['incomplete', { bytes: '8b 44' }], // without SIB
    ['incomplete', { bytes: '8b 44 24' }], // without displacement
    ['incomplete', { bytes: 'b8 01 02 03' }], // without the last byte of the immediate
    ['incomplete', { end: '0x401004' }],
    ['incomplete', { end: '0x401010', given: 'instruction 0 has 3 bytes' }],
    ['incomplete', { isa: 'x86', end: '0x401004', bytes: '66 89 d8' }],
    ['incomplete', { bytes: '48 89 d8 48', end: '0x401006' }],
    ['incomplete', { task: 'boundaries', end: '0x401005' }],
    ['incomplete', { end: '0xfffffffffffff' }], // four petabytes are missing
    ['incomplete', { task: 'boundaries', bytes: '48 89', end: '0xfffffffffffff' }],
    ['incomplete', { isa: 'x86', end: '0x401010', given: 'instruction 0 is not dec' }], // so it is 64-bit code
    ['contradictory', { end: '0x401001', given: 'instruction 5 is mov' }],
    ['incomplete', { isa: 'x86-32', ip: '0xfffffffc', end: '0x100000000', bytes: '89 d8' }],
    ['incomplete', { task: 'encode', text: 'xchg eax, %4' }],
    ['incomplete', { task: 'encode', text: 'imul %4,', where: '4 = eax' }],
    ['incomplete', { task: 'encode', text: 'paddb %4, qword ptr [rax]' }],
    ['incomplete', { task: 'encode', text: 'mov %4, rbx; lock add dword ptr [rax], ecx' }],
    ['contradictory', { end: '0x401002' }],
    ['contradictory', { end: '0x401000' }],
    ['contradictory', { end: '0x1' }],
    ['contradictory', { isa: 'x86', end: '0x401002', bytes: '66 89 d8' }],
    ['out_of_scope', { task: 'effects', end: '0x401003' }],
    ['incomplete', { bytes: 'c5' }],
    ['incomplete', { bytes: '62 f1 7c' }],
    ['incomplete', { isa: 'x86', bytes: '89 d8 b8 01' }],
    ['ambiguous', { isa: 'x86', bytes: '48 89 d8' }],
    ['ambiguous', { isa: 'x86', task: 'boundaries', bytes: '48 89 d8' }],
    ['ambiguous', { isa: 'x86', task: 'operands', bytes: '50' }],
    ['contradictory', { task: 'encode', text: 'mov rax, rbx', given: 'instruction 0 is add' }],
    ['incomplete', { task: 'encode', text: 'ret; mov rax,' }],
    ['incomplete', { task: 'encode', text: 'ret; mov rax' }],
    ['incomplete', { task: 'encode', text: 'shld eax, ebx' }],
    ['incomplete', { task: 'encode', text: 'mov' }],
    ['incomplete', { task: 'encode', text: 'mov %4, rbx' }],
    ['incomplete', { task: 'encode', text: 'mov %4, rbx', where: '3 = rax' }],
    ['incomplete', { task: 'encode', text: 'ret; add dword ptr [rax], %4; ret', where: '3 = 0x1' }],
    ['incomplete', { task: 'encode', isa: 'x86', text: 'add %4, ecx', where: '3 = eax' }],
    ['incomplete', { task: 'encode', text: 'addps xmm1, %4', where: '3 = xmm1', given: 'instruction 0 is addps' }],
    ['contradictory', { task: 'encode', text: 'mov %4, rbx', where: '4 = rax', given: 'instruction 0 is add' }],
    ['incomplete', { task: 'encode', isa: 'x86', text: 'add eax,' }],
  ] as const)('refuses as %s: %j', (expected, fields) => expect(outcome(fields)).toBe(expected))

  it.each([
    ['out_of_scope', 'malformed', { task: 'effects', bytes: '06' }],
    ['out_of_scope', 'contradictory', { isa: 'aarch64', given: 'instruction 0 is add' }],
    ['malformed at 3', 'contradictory', { bytes: '48 89 d8 06 90 90', given: 'instruction 0 is add' }],
    ['malformed at 3', 'incomplete', { bytes: '48 89 d8 06 90 90', end: '0x401010' }],
    ['malformed at 3', 'contradictory', { bytes: '48 89 d8 06 90 90', end: '0x401001' }],
    ['contradictory', 'incomplete', { end: '0x401010', given: 'instruction 0 is add' }],
    ['contradictory', 'incomplete', { bytes: '48 89 d8 48', end: '0x401003' }],
    ['contradictory', 'incomplete', { bytes: '48 89 d8 48', given: 'instruction 0 is add' }],
    ['contradictory', 'ambiguous', { isa: 'x86', bytes: '48 89 d8', given: 'instruction 0 has 2 bytes' }],
    ['contradictory', 'incomplete', { task: 'encode', text: 'mov %4, rbx', given: 'instruction 0 is add' }],
    ['contradictory', 'incomplete', { task: 'encode', text: 'ret; mov', given: 'instruction 0 is add' }],
  ] as const)('prefers %s to %s', (expected, _, fields) => expect(outcome(fields)).toBe(expected))
})

describe('judge, without a verdict', () => {
  const NOT_THERE = 'a statement about an instruction that is not there in full'
  const ONE_MODE = 'the bytes can be read to their end in one mode only'
  const ONE_FITS = 'no candidate operand fits'
  const NOTHING_OPEN = 'nothing is known that could be missing and would decide the answer'
  const BEFORE_VECTOR = 'others refuse vector instructions behind a prefix of operand size, repetition or lock'
  const OTHER_BYTES = 'the two modes assemble to different bytes'
  it.each([
    ['a statement beyond the end', { given: 'instruction 1 is mov' }, NOT_THERE],
    ['a statement about a cut instruction', { bytes: '48 89', given: 'instruction 0 is mov' }, NOT_THERE],
    ['a statement about an unfinished instruction', { task: 'encode', text: 'mov', given: 'instruction 0 is mov' }, NOT_THERE],
    ['cut in one mode only', { isa: 'x86', bytes: '48' }, ONE_MODE],
    ['malformed in one mode only', { isa: 'x86', bytes: '06 90' }, ONE_MODE],
    ['refuted in one mode, cut in the other', { isa: 'x86', bytes: '48', given: 'instruction 0 is add' }, NOT_THERE],
    ['modes that assemble to different bytes', { task: 'encode', isa: 'x86', text: 'inc eax' }, OTHER_BYTES],
    ['a text of one mode only', { task: 'encode', isa: 'x86', text: 'push eax' }, OTHER_BYTES],
    ['a text that is unfinished in one mode only', { task: 'encode', isa: 'x86', text: 'add dword ptr es:[eax],' }, OTHER_BYTES],
    ['an instruction without class', { task: 'classify', bytes: '8d 00' }, 'no class known for lea'],
    ['text outside the assembler', { task: 'encode', text: 'vaddps xmm0, xmm0, xmm0' }, 'no encoding known: vaddps'],
    ['text that is not canonical assembly', { task: 'encode', text: 'mov rax,rbx' }, 'no encoding known: mov'],
    ['a text that is unfinished in the middle', { task: 'encode', text: 'mov rax,; ret' }, 'no encoding known: mov'],
    ['two operands without a value', { task: 'encode', text: 'mov %4, %5' }, 'more than one operand is missing'],
    ['an operand of no known kind', { task: 'encode', text: 'vmovd %4, xmm0' }, ONE_FITS],
    ['an operand too many', { task: 'encode', text: 'ret; not eax, %4' }, ONE_FITS],
    ['a number inside an operand', { task: 'encode', text: 'mov eax, dword ptr [%4]', where: '4 = rax' }, 'no encoding known: mov'],
    ['a number for an instruction', { task: 'encode', text: '%4', where: '4 = rax' }, 'no encoding known: %4'],
    ['a number for a mnemonic', { task: 'encode', text: '%4 rax', where: '4 = rbx' }, 'no encoding known: %4'],
    ['a number in a name', { task: 'encode', text: 'mov r%4, rbx', where: '4 = ax' }, 'no encoding known: mov'],
    ['a number in a number', { task: 'encode', text: 'mov eax, 0x%4', where: '4 = 0x1' }, 'no encoding known: mov'],
    ['a number behind a segment', { task: 'encode', text: 'mov eax, dword ptr fs:%4' }, 'no encoding known: mov'],
    ['a text that the modes encode differently for any value', { task: 'encode', isa: 'x86', text: 'push %4; inc ecx' }, ONE_FITS],
    ['an address of one mode, for any value', { task: 'encode', isa: 'x86', text: 'add dword ptr [eax], %4' }, ONE_FITS],
    ['one byte missing, which has one length', { task: 'boundaries', end: '0x401004' }, NOTHING_OPEN],
    ['a cut whose length is determined', { task: 'boundaries', bytes: 'b8 01 02 03' }, NOTHING_OPEN],
    ['a cut whose class is determined', { task: 'classify', bytes: 'b8 01 02 03' }, NOTHING_OPEN],
    ['a cut that the modes read differently, whatever follows', { isa: 'x86', bytes: '48 89 d8 b8' }, NOTHING_OPEN],
    ['an end that the modes read differently, whatever follows', { isa: 'x86', bytes: '48 89 d8', end: '0x401006' }, NOTHING_OPEN],
    ['an address that counts from the end in one mode', { isa: 'x86', bytes: '8b 05 00 00 00 00', end: '0x401009' }, NOTHING_OPEN],
    ['a cut address of one mode', { task: 'encode', isa: 'x86', text: 'add dword ptr [ecx],' }, OTHER_BYTES],
    ['an instruction on memory alone, cut in two modes', { task: 'encode', isa: 'x86', text: 'lea eax,' }, OTHER_BYTES],
    ['an operand size before VEX', { bytes: '66 c5 f8 58 c0' }, BEFORE_VECTOR],
    ['a repetition before EVEX', { isa: 'x86-32', bytes: 'f3 62 f1 7c 48 58 c0' }, BEFORE_VECTOR],
    ['a cut vector behind an operand size', { bytes: '66 c5' }, BEFORE_VECTOR],
    ['a cut with nothing missing', { bytes: '48 89 d8 48', end: '0x401004' }, NOTHING_OPEN],
    ['a cut with too little missing', { bytes: 'b8 01', end: '0x401003' }, NOTHING_OPEN],
    ['a lock that the instruction does not accept', { task: 'encode', text: 'lock mov rax, rbx' }, 'no encoding known: mov'],
  ] as const)('gives the reason %s', (_, fields, reason) => expect(outcome(fields)).toBe(`cannot judge: ${reason}`))

  it.each([
    '',
    'task: decode',
    'task: decode\nisa: x86-64\nip: 0x401000\nbytes: 48 89 d8\n',
    'isa: x86-64\ntask: decode\nip: 0x401000\nbytes: 48 89 d8',
    'task: decode\nisa: x86-64\nip: 0x401000\nbytes: ',
    'task: decode\nisa: x86-64\nip: 0x401000\nbytes: 4889d8',
    'task: decode\nisa: x86-64\nip: 0x401000\nbytes: 48 89 D8',
    'task: decode\nisa: x86-64\nip: 0x0401000\nbytes: 48 89 d8',
    'task: decode\nisa: x86-64\nip: 401000\nbytes: 48 89 d8',
    'task: decode\nisa: x86-32\nip: 0x100000000\nbytes: 48 89 d8',
    'task: decode\nisa: mips\nip: 0x401000\nbytes: 48 89 d8',
    'task: guess\nisa: x86-64\nip: 0x401000\nbytes: 48 89 d8',
    'task: decode\nisa: x86-64\nip: 0x401000\ntext: mov rax, rbx',
    'task: classify\nisa: x86-64\nip: 0x401000\nbytes: 48 89 d8',
    'task: decode\nisa: x86-64\nip: 0x401000\nbytes: 48 89 d8\ngiven: instruction 0 was mov',
    'task: decode\nisa: x86-64\nip: 0x401000\nbytes: 48 89 d8\ngiven: instruction 00 is mov',
    'task: decode\nisa: x86-64\nip: 0x401000\nbytes: 48 89 d8\ngiven: instruction 0 is mov\ngiven: instruction 0 is mov',
    'task: encode\nisa: x86-64\nip: 0x401000\ntext: mov rax, rbx\ngiven: instruction 0 has 3 bytes',
    'task: decode\nisa: constructor\nip: 0x401000\nbytes: 48 89 d8',
    'task= decode\nisa: x86-64\nip: 0x401000\nbytes: 48 89 d8',
    'task: decode\nisa: x86-64\nip: 0x401000\nbites: 48 89 d8',
    'task: decode\nisa: x86-64\nip: 0x401000',
    'task: effects\nisa: x86-64\nip: 0x401000',
    'task: encode\nisa: x86-64\nip: 0x401000',
    'task: encode\nisa: x86-64\nip: 0x401000\ntext: ',
    'task: decode\nisa: x86-64',
    'task: decode',
  ])('rejects what is not a level 0 input: %j', input =>
    expect(judge(capstone)([input])).toEqual([{ _tag: 'CannotJudge', reason: 'not a level 0 input' }]),
  )

  it('gives the reason if the tools are known to differ', () => {
    const differing: Disassembler = { ...capstone, read: () => 'known to differ' }
    expect(judge(differing)([inputOf({})])).toEqual([{ _tag: 'CannotJudge', reason: 'known to differ' }])
    expect(judge(differing)([inputOf({ isa: 'x86' })])).toEqual([{ _tag: 'CannotJudge', reason: 'known to differ' }])
  })
})

describe('judge, on planted faults', () => {
  const right = '0 3 mov rax, rbx\n3 1 ret'
  it.each([
    '0 3 mov rbx, rax\n3 1 ret',
    '0 3 mov rax, rbx\n3 2 ret',
    '0 3 mov rax, rbx\n4 1 ret',
    '0 3 mov rax, rbx',
    '0 3 mov rax, rbx\n3 1 ret\n',
    '0 3 mov rax,rbx\n3 1 ret',
    'cannot determine',
    '',
  ])('rejects the label %j', wrong => {
    const found = verdict({ bytes: '48 89 d8 c3' })
    if (found._tag !== 'Answer') throw new Error('an answer was expected')
    expect(found.equivalent(right)).toBe(true)
    expect(found.equivalent(wrong)).toBe(false)
  })

  it.each([
    ['48 89 d8 83 c1 05', true],
    ['48 8b c3 83 c1 05', true], // 8b /r: the same move in the other direction
    ['48 89 d8 81 c1 05 00 00 00', true], // the immediate in full
    ['48 89 d8 83 c1 06', false],
    ['89 d8 83 c1 05', false],
    ['48 89 d8', false],
    ['48 89 d8 83 c1 05 90', false],
    ['48 89 d8 83 c1 05 48', false],
    ['48 89 d8 83 c1', false],
    ['48 89 D8 83 c1 05', false],
    ['', false],
    ['insufficient data', false],
  ] as const)('accepts or rejects an encoding by its meaning: %j is right: %s', (answer, expected) => {
    const found = verdict({ task: 'encode', text: 'mov rax, rbx; add ecx, 0x5' })
    if (found._tag !== 'Answer') throw new Error('an answer was expected')
    expect(found.equivalent(answer)).toBe(expected)
  })

  it('accepts an encoding of the text with its numbered operands written out', () => {
    const found = verdict({ task: 'encode', text: 'mov rax, %7', where: '7 = rbx' })
    if (found._tag !== 'Answer') throw new Error('an answer was expected')
    expect(['48 89 d8', '48 8b c3', '48 89 c8'].map(found.equivalent)).toEqual([true, true, false])
  })

  it('accepts an encoding of the text in every allowed mode', () => {
    const found = verdict({ task: 'encode', isa: 'x86', text: 'mov eax, ebx' })
    if (found._tag !== 'Answer') throw new Error('an answer was expected')
    // 8b /r is the same move in both modes; 40 is a prefix in one mode and inc eax in the other.
    expect(['89 d8', '8b c3', '40 89 d8'].map(found.equivalent)).toEqual([true, true, false])
  })

  it('notices an encoding that the disassembler cannot read', () => {
    const blind: Disassembler = { ...capstone, read: () => undefined }
    expect(judge(blind)([inputOf({ task: 'encode', text: 'lock add dword ptr [rax], ecx' })])).toEqual([
      { _tag: 'CannotJudge', reason: 'the encoding reads differently: add' },
    ])
  })

  it('notices an encoding that the disassembler reads as another text', () => {
    const lying: Disassembler = {
      ...capstone,
      read: (bits, bytes, offset, ip) => {
        const reading = capstone.read(bits, bytes, offset, ip)
        return typeof reading === 'object' ? { ...reading, text: reading.text.replace('rbx', 'rcx') } : (reading as Reading | undefined)
      },
    }
    expect(judge(lying)([inputOf({ task: 'encode', text: 'mov rax, rbx' })])[0]?._tag).toBe('CannotJudge')
  })
})

it('judge returns one verdict per input, in order, independent of the rest of the batch', () => {
  const inputs = [{ bytes: '48 89 d8' }, { bytes: '06' }, { isa: 'x86' }, { task: 'effects' }].map(inputOf)
  const alone = inputs.map(input => judge(capstone)([input])[0])
  expect(JSON.stringify(judge(capstone)(inputs))).toBe(JSON.stringify(alone))
})
