import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../../arbitraries/x86/interpreter/outcome'
import { type Bytes, DATA, DATA_END, type Given, run, valuesAfter, ZERO_FLAGS } from './support/runText'

const EIGHT = [1, 2, 3, 4, 5, 6, 7, 8]
const bytesAt = (address: bigint, bytes: readonly number[]): Bytes => ({ [String(address)]: bytes })

const start = (given: Given): Given => ({ ...ZERO_FLAGS, ...given })

function changes(
  lines: string,
  given: Given,
  bytes: Bytes = {},
): { readonly after: Record<string, unknown>; readonly stored: Record<string, number> } {
  const outcome = run(lines, start(given), bytes)
  if (outcome._tag !== 'Ran') throw new Error(outcome._tag)
  const stored = [...outcome.writes.memory].map(address => [address.toString(16), outcome.state.memory.get(address) as number])
  return { after: valuesAfter(outcome, Object.keys(given)), stored: Object.fromEntries(stored) }
}

/** Returns everything that a program wrote before its end or fault. */
function writesOf(outcome: Outcome): readonly unknown[] {
  if (outcome._tag !== 'Ran' && outcome._tag !== 'Fault') throw new Error(outcome._tag)
  return [...outcome.writes.registers, ...outcome.writes.flags, ...outcome.writes.memory]
}

describe('a stack instruction', () => {
  const TOP = DATA + 0x80n

  it('pushes rsp with its value before the push', () => {
    const { after, stored } = changes('push rsp', { rsp: TOP })
    expect(after).toEqual({ rsp: TOP - 8n })
    expect(stored).toMatchObject({ '2078': 0x80, '2079': 0x20, '207f': 0 })
  })
  it('pops into rsp the value from memory', () => {
    expect(changes('pop rsp', { rsp: TOP }, bytesAt(TOP, EIGHT)).after).toEqual({ rsp: 0x0807_0605_0403_0201n })
  })
  it('pops into sp on top of the increased pointer', () => {
    const outcome = run('pop sp', start({ rsp: TOP }), bytesAt(TOP, EIGHT))
    expect(valuesAfter(outcome, ['rsp'])).toEqual({ rsp: 0x0201n })
  })
  it('pops to an address computed from the increased pointer', () => {
    expect(changes('pop word ptr [rsp + 0x10]', { rsp: TOP }, bytesAt(TOP, EIGHT)).stored).toEqual({ '2092': 1, '2093': 2 })
  })
  it('pushes immediates as 64 bits', () => {
    expect(changes('push 0xffffffffffffff80', { rsp: TOP }).stored).toMatchObject({ '2078': 0x80, '2079': 0xff, '207f': 0xff })
  })
  it('enters and leaves a frame', () => {
    expect(changes('enter 0x10, 0x0', { rsp: TOP, rbp: 5n }).after).toEqual({ rsp: TOP - 0x18n, rbp: TOP - 8n })
    expect(changes('enter 0x10, 0x0; leave', { rsp: TOP, rbp: 5n }).after).toEqual({ rsp: TOP, rbp: 5n })
  })
  it('returns and releases stack bytes', () => {
    const outcome = run('ret 0x8', start({ rsp: TOP }), bytesAt(TOP, [0x78, 0x56, 0, 0, 0, 0, 0, 0]))
    expect(outcome).toMatchObject({ next: { _tag: 'Jump', to: 0x5678n }, why: { _tag: 'Always' } })
    expect(valuesAfter(outcome, ['rsp'])).toEqual({ rsp: TOP + 16n })
  })
  it('pushes the address behind the call', () => {
    expect(changes('nop; call 0x401000; ud2', { rsp: TOP }).stored).toMatchObject({ '2078': 0x08, '2079': 0x10, '207a': 0x40 })
  })
})

describe('a string instruction', () => {
  it('does nothing if rcx is zero, but its reads and writes are recorded', () => {
    const outcome = run('rep movsb byte ptr [rdi], byte ptr [rsi]', start({ rcx: 0n, rsi: 1n, rdi: 2n }))
    expect(valuesAfter(outcome, ['rcx', 'rsi', 'rdi'])).toEqual({ rcx: 0n, rsi: 1n, rdi: 2n })
    expect(outcome._tag === 'Ran' && [...outcome.reads.registers]).toEqual([1, 6, 7])
    expect(outcome._tag === 'Ran' && [...outcome.writes.registers]).toEqual([1, 6, 7])
  })
  it('counts down if DF is set', () => {
    const { after, stored } = changes('rep stosw word ptr [rdi]', { rcx: 2n, rdi: DATA + 8n, rax: 0x1234n, DF: 1n })
    expect(after).toMatchObject({ rcx: 0n, rdi: DATA + 4n })
    expect(stored).toEqual({ '2006': 0x34, '2007': 0x12, '2008': 0x34, '2009': 0x12 })
  })
  it('copies bytes that it has just written if source and destination overlap', () => {
    const given = { rcx: 3n, rsi: DATA, rdi: DATA + 1n }
    expect(changes('rep movsb byte ptr [rdi], byte ptr [rsi]', given, bytesAt(DATA, EIGHT)).stored).toEqual({
      '2001': 1,
      '2002': 1,
      '2003': 1,
    })
  })
  it.each([
    ['repne scasb byte ptr [rdi]', { rax: 3n, rcx: 8n, rdi: DATA }, { rcx: 5n, rdi: DATA + 3n, ZF: 1n, CF: 0n }],
    ['repe scasb byte ptr [rdi]', { rax: 1n, rcx: 8n, rdi: DATA }, { rcx: 6n, rdi: DATA + 2n, ZF: 0n, CF: 1n }],
    ['repne scasb byte ptr [rdi]', { rax: 9n, rcx: 0n, rdi: DATA }, { rcx: 0n, rdi: DATA, ZF: 0n, CF: 0n }],
    ['repe cmpsd dword ptr [rsi], dword ptr [rdi]', { rcx: 2n, rsi: DATA, rdi: DATA }, { rcx: 0n, rsi: DATA + 8n, ZF: 1n }],
    ['lodsw word ptr [rsi]', { rax: 0xffff_ffffn, rsi: DATA + 2n }, { rax: 0xffff_0403n, rsi: DATA + 4n }],
    ['xlatb', { rax: 0x1_02n, rbx: DATA }, { rax: 0x1_03n }],
  ])('computes %s', (lines, given, after) => {
    expect(valuesAfter(run(lines, start(given), bytesAt(DATA, EIGHT)), Object.keys(after))).toEqual(after)
  })
  it('ends at the budget', () => {
    const given = start({ rcx: 9n, rdi: DATA, rax: 0n })
    expect(run('rep stosb byte ptr [rdi]', given, {}, { maxIterations: 8 })._tag).toBe('Unsupported')
    expect(run('rep stosb byte ptr [rdi]', given, {}, { maxIterations: 9 })._tag).toBe('Ran')
  })
})

describe('a compare-and-exchange of memory', () => {
  const WIDE = bytesAt(DATA, [...EIGHT, ...EIGHT])
  const VALUE = 0x0807_0605_0403_0201n

  it('stores the new pair if memory holds the expected one', () => {
    const given = { rdi: DATA, rax: VALUE, rdx: VALUE, rbx: 7n, rcx: 9n }
    expect(changes('lock cmpxchg16b xmmword ptr [rdi]', given, WIDE).stored).toMatchObject({ '2000': 7, '2008': 9, '200f': 0 })
  })
  it('loads the pair from memory if it differs', () => {
    const given = { rdi: DATA, rax: 0xffff_ffff_0000_0000n, rdx: 0n, rbx: 7n, rcx: 9n }
    expect(changes('cmpxchg8b qword ptr [rdi]', given, WIDE).after).toMatchObject({ rax: 0x0403_0201n, rdx: 0x0807_0605n })
  })
})

describe('a fault', () => {
  const last = DATA_END - 4n
  it.each([
    ['mov rax, qword ptr [rbx]', { rbx: last }, '#PF', DATA_END],
    ['mov rax, qword ptr [rbx]', { rbx: DATA - 1n }, '#PF', DATA - 1n],
    ['add qword ptr [rbx], rax', { rbx: last, rax: 1n }, '#PF', DATA_END],
    ['push rax', { rsp: DATA + 4n, rax: 1n }, '#PF', DATA - 4n],
    ['pop rax', { rsp: last }, '#PF', DATA_END],
    ['call 0x401000', { rsp: DATA }, '#PF', DATA - 8n],
    ['ret', { rsp: last }, '#PF', DATA_END],
    ['enter 0x10, 0x0', { rsp: DATA, rbp: 1n }, '#PF', DATA - 8n],
    ['leave', { rsp: 1n, rbp: last }, '#PF', DATA_END],
    ['xchg dword ptr [rbx], eax', { rbx: DATA_END - 1n, rax: 1n }, '#PF', DATA_END],
    ['xadd dword ptr [rbx], eax', { rbx: DATA_END - 1n, rax: 1n }, '#PF', DATA_END],
    ['setb byte ptr [rbx]', { rbx: DATA_END }, '#PF', DATA_END],
    ['clflush byte ptr [rbx]', { rbx: DATA_END }, '#PF', DATA_END],
    ['mov rax, qword ptr [rbx]', { rbx: 0x8000_0000_0000n }, '#GP', undefined],
    ['mov rax, qword ptr [rbp]', { rbp: 0x8000_0000_0000n }, '#SS', undefined],
    ['mov rax, qword ptr [rbx]', { rbx: 0x7fff_ffff_fffcn }, '#GP', undefined],
    ['cmpxchg16b xmmword ptr [rbx]', { rbx: DATA + 8n, rax: 1n, rcx: 1n, rdx: 1n }, '#GP', undefined],
    ['jmp rax', { rax: 0x8000_0000_0000n }, '#GP', undefined],
    ['call rax', { rax: 0x8000_0000_0000n, rsp: DATA + 8n }, '#GP', undefined],
    ['ud2', {}, '#UD', undefined],
    ['div rbx', { rax: 0n, rdx: 0n, rbx: 0n }, '#DE', undefined],
    ['div rbx', { rax: 0n, rdx: 5n, rbx: 5n }, '#DE', undefined],
    ['div bl', { rax: 0xff00n, rbx: 0xffn }, '#DE', undefined],
    ['idiv rbx', { rax: 1n << 63n, rdx: -1n, rbx: -1n }, '#DE', undefined],
    ['idiv bl', { rax: 0x80n, rbx: 1n }, '#DE', undefined],
  ])('is raised without any effect by %s with %o', (lines, given, fault, address) => {
    const outcome = run(`nop; ${lines}; nop`, start(given))
    expect(outcome).toMatchObject({ _tag: 'Fault', fault, index: 1, address })
    const whole = Object.fromEntries(Object.entries(start(given)).map(([name, value]) => [name, BigInt.asUintN(64, value)]))
    expect(valuesAfter(outcome, Object.keys(whole))).toEqual(whole)
    expect(writesOf(outcome)).toEqual([])
  })

  it('keeps the iterations before it', () => {
    const outcome = run('rep stosd dword ptr [rdi]', start({ rcx: 9n, rdi: DATA_END - 6n, rax: 0n }))
    expect(outcome).toMatchObject({ _tag: 'Fault', fault: '#PF', address: DATA_END })
    expect(valuesAfter(outcome, ['rcx', 'rdi'])).toEqual({ rcx: 8n, rdi: DATA_END - 2n })
  })
  it('is unsupported if processors complete half of the instruction', () => {
    expect(run('enter 0x100, 0x0', start({ rsp: DATA + 8n, rbp: 1n }))._tag).toBe('Unsupported')
    expect(run('call rax', start({ rsp: DATA, rax: 1n << 62n }))._tag).toBe('Unsupported')
    expect(run('repe scasb byte ptr [rdi]', start({ rcx: 9n, rax: 0n, rdi: DATA_END - 1n }), bytesAt(DATA_END - 1n, [0]))._tag).toBe(
      'Unsupported',
    )
  })
})
