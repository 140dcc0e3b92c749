import { describe, expect, it } from 'vitest'
import { effectsText, type StatedValues } from '../../../examples/levels/level1/support/effectsText'
import { labelOf, oracle, SILENT, skipped } from '../../../examples/levels/level1/support/nativeOracle'

const CONTRADICTORY = 'contradiction detected'

/** Texts that determine nothing, even if all tried runs agree. */
const NOTHING_FOLLOWS: readonly (readonly [why: string, code: string, stated: StatedValues, ask: string])[] = [
  ['an address of 32 bits', 'mov eax, dword ptr [r8d]', { registers: 'r8=0x20800' }, 'reads and writes'],
  ['an address of 32 bits', 'mov eax, dword ptr [r8d]', { registers: 'r8=0x20800', memory: '0x20800=01 00 00 00' }, 'rax'],
  ['an address relative to rip', 'db 48 8b 05 10 00 00 00', {}, 'rax'],
  ['a prefix of a segment', 'db 64 d7', { registers: 'rax=0x0 rbx=0x20800', memory: '0x20800=05' }, 'rax'],
  ['a prefix of a segment before a branch', 'nop; db 2e 2e eb 10', {}, 'next'],
  ['a prefix of the size of addresses', 'db 67 d7', { registers: 'rax=0x0 rbx=0x20800', memory: '0x20800=05' }, 'rax'],
  ['an undefined result, overwritten or not', 'shld ax, bx, 0x14; mov rcx, 0x1', { registers: 'rax=0x1 rbx=0x1234' }, 'rcx'],
  ['an undefined result in bytes', 'db 66 0f c8; mov rcx, 0x1', { registers: 'rax=0x1' }, 'rcx'],
  ['a result that manuals differ on', 'db 66 63 c3; mov rcx, 0x1', { registers: 'rax=0x1 rbx=0x80' }, 'rcx'],
  ['a flag that two instructions read', 'setb al; sets bl; xor al, bl; movzx eax, al; mov ebx, 0x0', {}, 'rax'],
  ['a flag, behind a count of zero', 'shl eax, 0x20; setb cl; mov ecx, 0x0', { registers: 'rax=0x1' }, 'rcx'],
  ['an undefined flag whose value is lost', 'mov eax, 0x1; shl eax, 0x3; seto cl; mov ecx, 0x3', {}, 'rax, rcx'],
  [
    'two undefined flags in an untried combination',
    'mul rbx; sets al; setne bl; or al, bl; mov ebx, 0x0; movzx eax, al',
    { registers: 'rax=0x2 rbx=0x3' },
    'rax',
  ],
  ['an undefined flag that goes through a register', 'and ebx, ebx; lahf; sahf; mov eax, 0x1', { registers: 'rax=0x0 rbx=0x1' }, 'AF'],
  ['a repetition of perhaps zero times', 'rep stosb byte ptr [rdi]', { registers: 'rax=0x0 rdi=0x21000', flags: 'DF=0' }, 'fault'],
  ['frames of callers', 'enter 0x0, 0x2', { registers: 'rbp=0x20840 rsp=0x20880' }, '8 bytes at 0x20870'],
  ['bits beyond the operand', 'bt dword ptr [rbx], eax', { registers: 'rax=0x1f04003 rbx=0x20800', memory: '0x20800=00 00 00 00' }, 'CF'],
  ['the order of two exceptions', 'call rax', { registers: 'rax=0x8000000000000000 rsp=0x30000' }, 'fault'],
  ['a frame whose end is not mapped', 'enter 0x1000, 0x0', { registers: 'rbp=0x0 rsp=0x20800' }, 'fault'],
  ['code that is jumped over', 'jmp 0x401004; mul ebx; add rax, rbx', { registers: 'rax=0x1 rbx=0x2' }, 'PF, ZF'],
  ['code that is jumped over', 'jmp 0x401003; nop; jmp 0x401050', {}, 'next'],
  ['an undefined flag behind a jump', 'jmp 0x401003; nop; shl eax, 0x3', { registers: 'rax=0x1' }, 'AF, OF'],
  ['a register that is overwritten in skipped code before it is read', 'jmp 0x401007; mov ecx, 0x0; mov rax, rcx', {}, 'rax'],
  ['code that repeats itself', 'mov ecx, 0x2; shl eax, 0x3; loop 0x401005', { registers: 'rax=0x1' }, 'CF, AF, OF'],
  ['code that repeats itself', 'dec rcx; jne 0x401000', { registers: 'rcx=0x2' }, 'next'],
  ['a jump to the middle of an instruction', 'jmp 0x401003; mov eax, 0x1', { registers: 'rax=0x5' }, 'rax'],
  [
    'two places that cannot be reached',
    'movsb byte ptr [rdi], byte ptr [rsi]',
    { registers: 'rsi=0x30000 rdi=0x40000', flags: 'DF=0' },
    'fault',
  ],
  ['a prefix that has no meaning', 'db f3 48 01 d8', { registers: 'rax=0x1 rbx=0x2' }, 'rax'],
  [
    'two prefixes of one kind',
    'db f2 f3 a6',
    { registers: 'rcx=0x2 rsi=0x20800 rdi=0x20820', flags: 'DF=0', memory: '0x20800=01 02, 0x20820=01 02' },
    'rcx',
  ],
  ['opcodes that grow', 'db c4 e2 7f cb c1', {}, 'rax'],
  ['opcodes that grow', 'db 0f 38 fc 03', {}, 'rax'],
  ['a counter that is never zero', 'jrcxz 0x401020', { registers: 'rcx=0x1' }, 'reads and writes'],
  ['bits that are kept', 'test eax, 0x7fffff00', {}, 'reads and writes'],
  ['bits that are kept', 'and eax, 0x7fffff00', {}, 'reads and writes'],
  ['memory beside itself', 'cmpsb byte ptr [rsi], byte ptr [rdi]', { registers: 'rsi=0x20800 rdi=0x20800' }, 'reads and writes'],
  ['memory moved onto itself', 'push qword ptr [rax]', { registers: 'rax=0x207f8 rsp=0x20800' }, 'reads and writes'],
  ['a factor of zero', 'mulx rax, rbx, qword ptr [rcx + rdx*8]', { registers: 'rcx=0x20800 rdx=0x0' }, 'reads and writes'],
]

describe.skipIf(skipped !== '')(`the oracle of level 1 on underdetermined texts${skipped}`, () => {
  it.each(NOTHING_FOLLOWS)('gives no verdict for %s: %s %j %s', (_, code, stated, ask) => {
    expect(labelOf(oracle([effectsText(code, ask, stated)])[0])).toBe(SILENT)
  })

  it.each([
    ['a flag that two instructions read', 'setb al; sets bl; xor al, bl; movzx eax, al', {}, 'after instruction 3, rax=0x1'],
    ['flags in an untried combination', 'mul rbx; lahf', { registers: 'rax=0x2 rbx=0x3' }, 'after instruction 1, rax=0x4206'],
    ['an undefined result', 'bsf rax, rbx; nop', { registers: 'rax=0x5 rbx=0x0' }, 'after instruction 0, rax=0x7'],
    [
      'memory without a value',
      'add rbx, 0x8; cmp dword ptr [rbx], 0x12345678; sete al',
      { registers: 'rax=0x0 rbx=0x20800' },
      'after instruction 2, rax=0x1',
    ],
    ['a register without a value', 'nop', { registers: 'rdx=0x1' }, 'after instruction 0, rbx=0x777777'],
    ['bits that are kept', 'mov al, 0x5', { registers: 'rdx=0x1' }, 'after instruction 0, rax=0x1205'],
    [
      'bits above those that are popped',
      'pop ax',
      { registers: 'rsp=0x20800', memory: '0x20800=05 00' },
      'after instruction 0, rax=0x10005',
    ],
    [
      'a register that is overwritten in skipped code',
      'jmp 0x401007; mov ecx, 0x1; mov rax, rcx',
      { registers: 'rdx=0x1' },
      'after instruction 2, rax=0x777777',
    ],
  ])('does not refuse a statement as false: %s', (_, code, stated, given) => {
    for (const ask of ['rdx', 'reads and writes'])
      expect(labelOf(oracle([effectsText(code, ask, { ...stated, given })])[0])).not.toBe(CONTRADICTORY)
  })

  it.each([
    ['sete cl', 'AF=undef OF=0'],
    ['setne cl', 'AF=undef OF=0'],
  ])('reports the undefined flags of executed steps only, behind a repeated instruction: %s', (condition, answer) => {
    const stated = {
      registers: 'rax=0x2 rbx=0x3 rcx=0x3 rsi=0x20800 rdi=0x20820 r8=0x1',
      flags: 'DF=0',
      memory: '0x20800=01 02 03, 0x20820=01 02 03',
    }
    const code = `repe cmpsb byte ptr [rsi], byte ptr [rdi]; ${condition}; mul ebx; shl r8d, cl`
    expect([answer, SILENT]).toContain(labelOf(oracle([effectsText(code, 'AF, OF', stated)])[0]))
  })

  it('judges inputs independently of neighbours that call the system, jump into themselves or run forever', () => {
    const texts = [
      effectsText('mov byte ptr [rbx], 0x1; pause; jmp 0x401009; mov rax, 0x909090d0ae0f48f3; nop', 'rdx', {
        registers: 'rax=0x40 rbx=0x20f00',
        memory: '0x20100=00',
        given: 'after instruction 3, rcx=0x1',
      }),
      effectsText('pause; jmp 0x401000; nop; nop', 'rbx', { registers: 'rax=0x1', given: 'after instruction 2, rax=0x1' }),
    ]
    const sound = effectsText('xlatb; shl ebx, cl', 'rax', { registers: 'rax=0x0 rbx=0x20800 rcx=0x1', memory: '0x20800=05' })
    expect(oracle([...texts, sound]).map(labelOf)).toEqual([SILENT, SILENT, 'rax=0x5'])
  })
})
