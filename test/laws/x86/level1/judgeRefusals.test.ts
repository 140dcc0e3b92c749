import { describe, expect, it } from 'vitest'
import { effectsText, type StatedValues } from '../../../examples/levels/level1/support/effectsText'
import { judgedTable } from '../../../examples/levels/level1/support/judgedTable'
import { labelOf, oracle, SILENT, skipped } from '../../../examples/levels/level1/support/nativeOracle'

const INCOMPLETE = 'insufficient data'
const AMBIGUOUS = 'cannot determine'
const CONTRADICTORY = 'contradiction detected'
const MALFORMED = 'error: malformed input'
const OUT_OF_SCOPE = 'out of scope'

judgedTable('the oracle of level 1 on missing values', [
  ['nop', {}, 'rax', INCOMPLETE],
  ['add rax, rbx', { registers: 'rax=0x1' }, 'rax', INCOMPLETE],
  ['mov al, 0x5', {}, 'rax', INCOMPLETE],
  ['cmove eax, ebx', { registers: 'rbx=0x2', flags: 'ZF=0' }, 'rax', INCOMPLETE],
  ['adc rax, 0x0', { registers: 'rax=0x1' }, 'rax', INCOMPLETE],
  ['sete al', { registers: 'rax=0x0' }, 'rax', INCOMPLETE],
  ['inc rax', { registers: 'rax=0x1' }, 'CF', INCOMPLETE],
  ['shl eax, cl', { registers: 'rax=0x1' }, 'rax', INCOMPLETE],
  ['shl eax, 0x20', { registers: 'rax=0x1' }, 'CF', INCOMPLETE],
  ['mov al, byte ptr [rbx]', { registers: 'rax=0x0 rbx=0x20800' }, 'rax', INCOMPLETE],
  ['mov eax, dword ptr [rbx]', { registers: 'rbx=0x20800', memory: '0x20800=01 02 03' }, 'rax', INCOMPLETE],
  ['mov byte ptr [rbx], 0x5', { registers: 'rbx=0x20800' }, '2 bytes at 0x20800', INCOMPLETE],
  ['mov byte ptr [rbx], 0x5; mov al, byte ptr [rbx + 0x1]', { registers: 'rax=0x0 rbx=0x20800' }, 'rax', INCOMPLETE],
  ['mov qword ptr [rax], rbx; mov rcx, qword ptr [rdx]', { registers: 'rax=0x20800 rbx=0x5' }, 'rcx', INCOMPLETE],
  ['push rax', { registers: 'rsp=0x20800' }, '8 bytes at 0x207f8', INCOMPLETE],
  ['je 0x401020', {}, 'next', INCOMPLETE],
  ['loop 0x401020', {}, 'next', INCOMPLETE],
  ['jmp rax', {}, 'next', INCOMPLETE],
  ['div ecx', { registers: 'rax=0x1 rdx=0x0' }, 'fault', INCOMPLETE],
  ['mov eax, dword ptr [rbx]', {}, 'fault', INCOMPLETE],
])

judgedTable('the oracle of level 1 on undefined flags that are read', [
  ['mov eax, 0x1; shl eax, 0x3; seto cl; movzx ecx, cl', {}, 'rcx', AMBIGUOUS],
  ['mov eax, 0x1; shl eax, 0x3; jo 0x401020', {}, 'next', AMBIGUOUS],
  ['mul rbx; sete cl; movzx ecx, cl', { registers: 'rax=0x2 rbx=0x3' }, 'rcx', AMBIGUOUS],
  ['and eax, ebx; lahf', { registers: 'rax=0x1 rbx=0x1' }, 'rax', AMBIGUOUS],
  ['div bl; adc rcx, 0x0', { registers: 'rax=0x7 rbx=0x2 rcx=0x0' }, 'rcx', AMBIGUOUS],
  ['shl eax, cl; seto dl; movzx edx, dl', { registers: 'rax=0x1 rcx=0x3' }, 'rdx', AMBIGUOUS],
])

judgedTable('the oracle of level 1 on undefined flags that are overwritten, given or not read', [
  ['mov eax, 0x1; shl eax, 0x3; add eax, 0x1; seto cl; movzx ecx, cl', {}, 'rcx', 'rcx=0x0'],
  ['mov eax, 0x1; shl eax, 0x3', {}, 'rax, OF', 'rax=0x8\nOF=undef'],
  ['mov eax, 0x1; shl eax, 0x3; seto cl; movzx ecx, cl', { flag: 'after instruction 1, OF=1' }, 'rcx', 'rcx=0x1'],
  ['mov eax, 0x1; shl eax, 0x3; seto cl; movzx ecx, cl', { flag: 'after instruction 1, OF=0' }, 'rcx', 'rcx=0x0'],
  ['mov eax, 0x3; shl eax, 0x2; jo 0x401010', { flag: 'after instruction 1, OF=1' }, 'next', 'next=0x401010 (OF=1)'],
  ['shl eax, cl; seto dl; movzx edx, dl', { registers: 'rax=0x1 rcx=0x1' }, 'rdx', 'rdx=0x0'],
  ['shl eax, cl; seto dl; movzx edx, dl', { registers: 'rax=0x1 rcx=0x20', flags: 'OF=1' }, 'rdx', 'rdx=0x1'],
  ['mov eax, 0x1; shl eax, 0x1; seto cl; movzx ecx, cl', {}, 'rcx', 'rcx=0x0'],
])

judgedTable('the oracle of level 1 on memory that is given or written by the code', [
  ['add rbx, 0x8; mov al, byte ptr [rbx]', { registers: 'rax=0x0 rbx=0x20800', memory: '0x20808=2a' }, 'rax', 'rax=0x2a'],
  ['pop ax', { registers: 'rax=0x0 rsp=0x20800', memory: '0x20800=34 12' }, 'rax', 'rax=0x1234'],
  ['push rax; pop rbx', { registers: 'rax=0x7 rsp=0x20900' }, 'rbx', 'rbx=0x7'],
  [
    'pop qword ptr [rsp]',
    { registers: 'rsp=0x20800', memory: '0x20800=01 02 03 04 05 06 07 08' },
    '2 bytes at 0x20808',
    'mem[0x20808]=01 02',
  ],
  ['push rbp; mov rbp, rsp; leave', { registers: 'rbp=0x7 rsp=0x20900' }, 'rbp', 'rbp=0x7'],
  ['xlatb', { registers: 'rax=0x1 rbx=0x20800', memory: '0x20801=2a' }, 'rax', 'rax=0x2a'],
  ['rep stosb byte ptr [rdi]; mov cl, byte ptr [rdi - 0x1]', { registers: 'rax=0x7 rcx=0x2 rdi=0x20800', flags: 'DF=0' }, 'rcx', 'rcx=0x7'],
  ['rep lodsb byte ptr [rsi]', { registers: 'rax=0x7 rcx=0x0 rsi=0x20800', flags: 'DF=0' }, 'rax', 'rax=0x7'],
])

const TWO = { registers: 'rax=0x1 rbx=0x2' }

judgedTable('the oracle of level 1 on true and false statements', [
  ['add rax, rbx', { ...TWO, given: 'after instruction 0, rax=0x3' }, 'rax', 'rax=0x3'],
  ['add rax, rbx', { ...TWO, given: 'after instruction 0, rax=0x4' }, 'rax', CONTRADICTORY],
  ['add rax, rbx', { ...TWO, given: 'after instruction 0, rbx=0x2' }, 'rax', 'rax=0x3'],
  ['add rax, rbx', { ...TWO, given: 'after instruction 0, rbx=0x3' }, 'rax', CONTRADICTORY],
  ['add rax, rbx; mov eax, 0x7', { ...TWO, given: 'after instruction 0, rax=0x3' }, 'rax', 'rax=0x7'],
  ['add rax, rbx; mov eax, 0x7', { ...TWO, given: 'after instruction 0, rax=0x7' }, 'rax', CONTRADICTORY],
  ['add rax, rbx', { ...TWO, flag: 'after instruction 0, CF=0' }, 'rax', 'rax=0x3'],
  ['add rax, rbx', { ...TWO, flag: 'after instruction 0, CF=1' }, 'rax', CONTRADICTORY],
  ['shl eax, 0x1', { registers: 'rax=0x1', flag: 'after instruction 0, OF=1' }, 'rax', CONTRADICTORY],
  ['shl eax, 0x3', { registers: 'rax=0x1', flag: 'after instruction 0, OF=1' }, 'rax', 'rax=0x8'],
  ['mov eax, 0x1; je 0x401020', { flags: 'ZF=1', given: 'after instruction 0, rax=0x2' }, 'next', CONTRADICTORY],
  ['mov eax, 0x1; ud2', { given: 'after instruction 0, rax=0x2' }, 'fault', CONTRADICTORY],
])

judgedTable('the oracle of level 1 on several defects, of which the first counts', [
  ['mov eax, 0x1; mov rcx, rbx', { given: 'after instruction 0, rax=0x2' }, 'rcx', CONTRADICTORY],
  ['mov eax, 0x1; shl eax, 0x3; seto cl; movzx ecx, cl', { given: 'after instruction 0, rax=0x2' }, 'rcx', CONTRADICTORY],
  ['shl eax, 0x3; seto cl; movzx ecx, cl', {}, 'rax, rcx', INCOMPLETE],
  ['mov eax, 0x1; db 06', { given: 'after instruction 0, rax=0x2' }, 'rcx', MALFORMED],
  ['db 06', {}, 'rax', MALFORMED],
  ['db 06', { isa: 'aarch64' }, 'rax', OUT_OF_SCOPE],
  ['add rax, rbx', { ...TWO, given: 'after instruction 0, rax=0x4', task: 'dominators' }, 'rax', OUT_OF_SCOPE],
  ['hlt', { isa: 'x86-64 ring 0' }, 'rax', OUT_OF_SCOPE],
  ['nop', { isa: 'x86-64 ring 0' }, 'rax', OUT_OF_SCOPE],
])

/** Bytes of no instruction in 64-bit code: push es, an opcode that was never assigned, lock on registers, and lock on mov. */
const NONE = ['06', '0f 04', 'f0 48 01 d8', 'f0 48 89 18']

describe.skipIf(skipped !== '')(`the oracle of level 1 on bytes that are no instruction${skipped}`, () => {
  const verdictOn = (code: string) => oracle([effectsText(code, 'rax')])[0]

  it.each(NONE)('reports them as malformed at their position: db %s', bytes => {
    expect(verdictOn(`db ${bytes}`)).toEqual({ _tag: 'Refuse', type: 'malformed', at: 0 })
    expect(verdictOn(`nop; db ${bytes}`)).toEqual({ _tag: 'Refuse', type: 'malformed', at: 1 })
    expect(verdictOn(`nop; mov eax, 0x1; db ${bytes}; nop`)).toEqual({ _tag: 'Refuse', type: 'malformed', at: 2 })
  })

  it('counts instructions from the first such bytes', () => {
    expect(verdictOn('nop; db 06; db 0f 04')).toEqual({ _tag: 'Refuse', type: 'malformed', at: 1 })
  })
})

const silently = (title: string, texts: readonly (readonly [code: string, stated: StatedValues, ask: string])[]): void =>
  judgedTable(
    title,
    texts.map(([code, stated, ask]) => [code, stated, ask, SILENT] as const),
  )

silently('the oracle of level 1, silent on bytes that are not one instruction', [
  ['db 48 01', {}, 'rax'],
  ['db 90 90', {}, 'rax'],
  ['db', {}, 'rax'],
  ['db 4', {}, 'rax'],
  ['db 48 01 D8', TWO, 'rax'],
  ['db 66 e9 00 00 00 00', {}, 'next'],
])

silently('the oracle of level 1, silent on instructions outside the level', [
  ...[
    'syscall',
    'popfq',
    'pushfq',
    'int 0x3',
    'int3',
    'hlt',
    'rdtsc',
    'cpuid',
    'sysenter',
    'iretq',
    'in al, dx',
    'mov ds, eax',
    'wrmsr',
  ].map(code => [code, TWO, 'rax'] as const),
  ...['0f 05', 'cc', 'cd 80', 'f4', '0f 31', '0f a2', '9d', '9c', '0f 34', '8e d8', '0f 01 f8'].map(
    bytes => [`db ${bytes}`, TWO, 'rax'] as const,
  ),
  ['addps xmm0, xmm1', TWO, 'rax'],
  ['fld1', TWO, 'rax'],
  ['mov rax, qword ptr fs:[rbx]', TWO, 'rax'],
  ['setz al', TWO, 'rax'],
  ['foo', TWO, 'rax'],
  ['', TWO, 'rax'],
  ['foo; db 06', TWO, 'rax'],
  ['nop;nop', TWO, 'rax'],
])

silently('the oracle of level 1, silent on results that the manual or one processor does not determine', [
  ['bsf rax, rbx', { registers: 'rax=0x2 rbx=0x0' }, 'rax'],
  ['shld ax, bx, 0x11', TWO, 'rax'],
  ['rcl al, 0x9', { ...TWO, flags: 'CF=0' }, 'OF'],
  ['mov eax, dword ptr [rbx]', { registers: 'rbx=0x8000000000000000' }, 'fault'],
  ['mov eax, dword ptr [rbx]', { registers: 'rbx=0x401000' }, 'fault'],
])

silently('the oracle of level 1, silent on code without an end or an answer', [
  ['jmp 0x401000', TWO, 'rax'],
  ['jmp 0x401000', {}, 'next'],
  ['add rax, 0x1; jmp 0x401000', TWO, 'next'],
  ['ud2', TWO, 'rax'],
  ['nop', TWO, 'next'],
])

silently('the oracle of level 1, silent on statements about code that is not executed', [
  ['jmp 0x401020; mov eax, 0x1', { given: 'after instruction 1, rax=0x1' }, 'next'],
  ['mov eax, 0x1', { given: 'after instruction 7, rax=0x1' }, 'rax'],
  ['je 0x401020; mov eax, 0x1', { flags: 'ZF=1', flag: 'after instruction 1, CF=1' }, 'next'],
])

const SOUND =
  'task: registers\nisa: x86-64\nip: 0x401000\ncode: add rax, rbx\nregisters: rax=0x1 rbx=0x2\nflags: CF=0\nmemory: 0x20800=01\nask: rax'

/** Edits that each break one line of a text that is judged. */
const BREAKS: readonly (readonly [what: string, from: string | RegExp, to: string])[] = [
  ['lines out of order', /(registers: .*)\n(flags: .*)/, '$2\n$1'],
  ['a doubled line', /(flags: .*)/, '$1\n$1'],
  ['an unknown key', 'flags:', 'flagz:'],
  ['an unknown line', /\nask/, '\nnote: none\nask'],
  ['a line without a value', 'flags: CF=0', 'flags: '],
  ['an empty line', /\nask/, '\n\nask'],
  ['a line feed at the end', /$/, '\n'],
  ['carriage returns', /\n/g, '\r\n'],
  ['an unknown task', 'task: registers', 'task: constructor'],
  ['an unknown isa', 'isa: x86-64', 'isa: x86'],
  ['no ip', /ip: .*\n/, ''],
  ['no ask', /\nask: .*/, ''],
  ['an ip in upper case', '0x401000', '0x40100A'],
  ['an ip with leading zeroes', '0x401000', '0x0401000'],
  ['a decimal ip', '0x401000', '4198400'],
  ['a value in upper case', 'rax=0x1', 'rax=0xA'],
  ['a value with leading zeroes', 'rax=0x1', 'rax=0x01'],
  ['a decimal value', 'rax=0x1', 'rax=1'],
  ['a negative value', 'rax=0x1', 'rax=-0x1'],
  ['a value of 65 bits', 'rax=0x1', 'rax=0x10000000000000000'],
  ['a register given twice', 'rbx=0x2', 'rbx=0x2 rax=0x1'],
  ['a part of a register', 'rax=0x1', 'eax=0x1'],
  ['two spaces', 'rax=0x1 rbx', 'rax=0x1  rbx'],
  ['a flag that is neither 0 nor 1', 'CF=0', 'CF=2'],
  ['a flag given twice', 'CF=0', 'CF=0 CF=0'],
  ['an unknown flag', 'CF=0', 'IF=0'],
  ['memory that overlaps', '0x20800=01', '0x20800=01 02, 0x20801=02'],
  ['memory in upper case', '0x20800=01', '0x20800=AB'],
  ['a memory byte of one digit', '0x20800=01', '0x20800=1'],
  ['memory beyond the page', '0x20800=01', '0x30000=01'],
  ['memory given at two distant places', '0x20800=01', '0x20000=01, 0x20f00=01'],
  ['an unknown question', 'ask: rax', 'ask: eax'],
  ['two spans asked for', 'ask: rax', 'ask: 1 bytes at 0x20800, 1 bytes at 0x20801'],
  ['mapped where no fault is asked for', /\nask/, '\nmapped: 0x20000 to 0x20fff\nask'],
  ['no mapped where a fault is asked for', 'ask: rax', 'ask: fault'],
  ['a statement in other words', /$/, '\ngiven: behind instruction 0, rax=0x3'],
  ['a statement with a leading zero', /$/, '\ngiven: after instruction 00, rax=0x3'],
  ['a statement of a part of a register', /$/, '\ngiven: after instruction 0, eax=0x3'],
  ['statements out of order', /$/, '\ngiven: after instruction 0, rax=0x3\nflag: after instruction 0, CF=0'],
  ['a flag statement that is neither 0 nor 1', /$/, '\nflag: after instruction 0, CF=3'],
]

describe.skipIf(skipped !== '')(`the oracle of level 1 on a text with a syntax error${skipped}`, () => {
  it('judges the unchanged text', () => expect(labelOf(oracle([SOUND])[0])).toBe('rax=0x3'))

  it.each(BREAKS)('gives no verdict: %s', (_, from, to) => {
    const broken = SOUND.replace(from, to)
    expect(broken).not.toBe(SOUND)
    expect(labelOf(oracle([broken])[0])).toBe(SILENT)
  })
})

/** Texts that leave out what determines the answer, each with an answer or refusal that the oracle must not give. */
const UNDETERMINED: readonly (readonly [code: string, stated: StatedValues, ask: string, wrong: string])[] = [
  // Equal for one number in 2^32, hence under no filling of memory.
  ['cmp rax, 0x12345; sete cl; movzx ecx, cl; cmp edx, edx', {}, 'rcx', 'rcx=0x0'],
  ['cmp rax, 0x12345; sete cl; movzx ecx, cl; cmp ecx, 0x1; je 0x401020', {}, 'next', 'next=fall (ZF=0)'],
  ['cmp byte ptr [rbx], 0x55; sete cl; movzx ecx, cl; cmp edx, edx', { registers: 'rbx=0x20800' }, 'rcx', 'rcx=0x0'],
  ['sub ecx, 0x12345; div ecx; mov ecx, 0x0; sub ebx, ebx', { registers: 'rax=0x1 rdx=0x0' }, 'fault', 'fault=none'],
  // A bit that two registers share in few fillings, and a bit that is set in all fillings of memory.
  ['andn rcx, rax, rbx; shr rcx, 0x28; and ecx, 0x1; cmp edx, edx', { registers: 'r8=0x1' }, 'rcx', 'rcx=0x0'],
  ['test byte ptr [rbx + 0x13], 0x10; setne al; movzx eax, al', { registers: 'rbx=0x20800', memory: '0x20800=00' }, 'rax', 'rax=0x1'],
  // Memory at an address that the code changed, on the stack, in a frame or a table, behind a push, and repeatedly.
  ['add rbx, 0x8; cmp qword ptr [rbx], 0x12345; sete cl; movzx ecx, cl; cmp edx, edx', { registers: 'rbx=0x20800' }, 'rcx', 'rcx=0x0'],
  ['pop rax; cmp rax, 0x12345; sete cl; movzx ecx, cl; cmp eax, eax', { registers: 'rsp=0x20800' }, 'rcx', 'rcx=0x0'],
  ['pop ax; cmp ax, 0x1234; je 0x401020', { registers: 'rsp=0x20800', memory: '0x20800=00' }, 'next', 'next=fall (ZF=0)'],
  ['leave; cmp rbp, 0x12345; je 0x401020', { registers: 'rbp=0x20800' }, 'next', 'next=fall (ZF=0)'],
  ['xlatb; cmp al, 0x55; je 0x401020', { registers: 'rax=0x1 rbx=0x20800' }, 'next', 'next=fall (ZF=0)'],
  ['push rax; cmp byte ptr [rbx], 0x55; je 0x401020', { registers: 'rax=0x1 rbx=0x20840 rsp=0x20900' }, 'next', 'next=fall (ZF=0)'],
  [
    'repe scasw word ptr [rdi]; je 0x401020',
    { registers: 'rax=0x1234 rcx=0x2 rdi=0x20800', flags: 'DF=0', memory: '0x20800=34 12' },
    'next',
    'next=fall (ZF=0)',
  ],
  // The code region is not mapped as data, nor is its filling known.
  ['mov eax, dword ptr [rbx + 0x400000]', { registers: 'rbx=0x1000' }, 'fault', 'fault=none'],
  ['mov rax, qword ptr [rbx]', { registers: 'rbx=0x401100' }, 'rax', 'rax=0xcccccccccccccccc'],
  // A statement that holds for some of the unknown values.
  ['add rax, rbx', { registers: 'rax=0x1', given: 'after instruction 0, rax=0x6' }, 'rax', CONTRADICTORY],
  ['add rax, rbx', { registers: 'rbx=0x5', given: 'after instruction 0, rax=0x7' }, 'reads and writes', CONTRADICTORY],
  [
    'cmp rax, 0x12345; sete cl; movzx ecx, cl; cmp edx, edx',
    { registers: 'rdi=0x1', given: 'after instruction 2, rcx=0x1' },
    'rdi',
    CONTRADICTORY,
  ],
  // Reads or writes that happen only in a case that no state shows, or that write the old value.
  ['cmpxchg rbx, rcx', {}, 'reads and writes', 'reads: rax rbx\nwrites: rax CF PF AF ZF SF OF'],
  ['sbb rax, rax', {}, 'reads and writes', 'reads: CF\nwrites: rax PF AF ZF SF OF'],
  ['add rax, 0x0', {}, 'reads and writes', 'reads: rax\nwrites: CF PF AF ZF SF OF'],
]

describe.skipIf(skipped !== '')(`the oracle of level 1 on a text that does not determine its answer${skipped}`, () => {
  it.each(UNDETERMINED)('does not answer or refuse wrongly: %s %j %s is not %j', (code, stated, ask, wrong) => {
    expect(labelOf(oracle([effectsText(code, ask, stated)])[0])).not.toBe(wrong)
  })

  it.each([
    ['below the region of code', { ip: '0x1000' }],
    ['behind it', { ip: '0x410000' }],
    ['over its end', { ip: '0x40ffff' }],
  ] as const)('does not throw on code %s', (_, stated) => {
    expect(labelOf(oracle([effectsText('mov eax, 0x1', 'rax', stated)])[0])).toBe(SILENT)
  })

  it('does not throw on code that is longer than can be run', () => {
    expect(labelOf(oracle([effectsText(Array.from({ length: 40 }, () => 'mov eax, 0x1').join('; '), 'rax')])[0])).toBe(SILENT)
  })
})
