import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { execute, trace } from '../../../../arbitraries/x86/interpreter/execute'
import { printInstruction } from '../../../../arbitraries/x86/interpreter/canonicalAsm'
import type { Instruction } from '../../../../arbitraries/x86/interpreter/instruction'
import type { ExecutionOptions, Outcome } from '../../../../arbitraries/x86/interpreter/outcome'
import { FLAGS, type Flag, type StateItems, type State } from '../../../../arbitraries/x86/interpreter/state'
import { WHITELIST } from '../../../../arbitraries/x86/interpreter/whitelist'
import { type Below, drawInstruction, drawValue, numbersFrom, pick } from './support/drawInstruction'
import { DATA, DATA_END, parseLine, run, ZERO_FLAGS } from './support/runText'

type Ran = Outcome & { readonly _tag: 'Ran' }

function ran(outcome: Outcome): Ran {
  if (outcome._tag !== 'Ran')
    throw new Error(JSON.stringify(outcome, (_, value) => (typeof value === 'bigint' ? `0x${value.toString(16)}` : value)))
  return outcome
}

const listed = ({ registers, flags, memory }: StateItems): string =>
  [...[...registers].map(number => `r${number}`), ...flags, ...[...memory].map(address => address.toString(16))].sort().join(' ')

const ONES = Object.fromEntries(
  'rax rcx rdx rbx rsp rbp rsi rdi r8 r9 r10 r11 r12 r13 r14 r15'.split(' ').map(name => [name, DATA + 0x40n]),
)

describe('execute, recording accesses', () => {
  it.each([
    ['add rax, rbx', 'r0 r3', '', 'AF CF OF PF SF ZF r0'],
    ['xor eax, eax', '', '', 'AF CF OF PF SF ZF r0'],
    ['sub ax, ax', '', 'r0', 'AF CF OF PF SF ZF r0'],
    ['sbb rax, rax', 'CF', '', 'AF CF OF PF SF ZF r0'],
    ['cmp rax, rax', '', '', 'AF CF OF PF SF ZF'],
    ['mov al, bl', 'r3', 'r0', 'r0'],
    ['mov al, bl; mov ah, al', 'r3', 'r0', 'r0'],
    ['mov al, bl; mov rcx, rax', 'r0 r3', '', 'r0 r1'],
    ['mov al, bl; mov eax, 0x1', 'r3', '', 'r0'],
    ['cmove rax, rbx', 'ZF r3', 'r0', 'r0'],
    ['cmovne rax, rbx', 'ZF r3', 'r0', 'r0'],
    ['cmove eax, ebx; mov rcx, rax', 'ZF r0 r3', '', 'r0 r1'],
    ['shl rax, cl', 'r0 r1', 'AF CF OF PF SF ZF', 'AF CF OF PF SF ZF r0'],
    ['shl rax, 0x40', 'r0', '', 'r0'],
    ['rol rax, cl; jb 0x401012', 'CF r0 r1', 'OF', 'CF OF r0'],
    ['inc rax', 'r0', '', 'AF OF PF SF ZF r0'],
    ['cmpxchg rbx, rcx', 'r0 r1 r3', '', 'AF CF OF PF SF ZF r0 r3'],
    ['bsf rax, rbx', 'r3', 'r0', 'AF CF OF PF SF ZF r0'],
    ['nop qword ptr [rax]; prefetchnta byte ptr [rbx]', '', '', ''],
    ['lea rax, [rbx + rcx*2]', 'r1 r3', '', 'r0'],
    ['mov word ptr [rdi], ax; mov al, byte ptr [rdi + 0x1]', 'r0 r7', '', '2040 2041 r0'],
    ['mov al, byte ptr [rdi]', '2040 r7', 'r0', 'r0'],
    ['push rax; pop rbx', 'r0 r4', '', '2038 2039 203a 203b 203c 203d 203e 203f r3 r4'],
    ['xlatb', '2080 r0 r3', '', 'r0'],
    ['repe scasb byte ptr [rdi]', '2040 DF r0 r1 r7', 'AF CF OF PF SF ZF', 'AF CF OF PF SF ZF r1 r7'],
    ['jle 0x401012', 'OF SF ZF', '', ''],
    ['setb al', 'CF', 'r0', 'r0'],
    ['clc; adc eax, ebx', 'r0 r3', '', 'AF CF OF PF SF ZF r0'],
    ['lahf', 'AF CF PF SF ZF', 'r0', 'r0'],
  ])('records the reads, merges and writes of %s', (lines, reads, merges, writes) => {
    const bytes = { [String(DATA + 0x40n)]: [1], [String(DATA + 0x80n)]: [1] }
    const outcome = ran(run(lines, { ...ZERO_FLAGS, ...ONES }, bytes, { mapped: [{ start: 0n, end: DATA_END }] }))
    expect([listed(outcome.reads), listed(outcome.merges), listed(outcome.writes)]).toEqual([reads, merges, writes])
  })
})

describe('execute, given unknown or undefined values', () => {
  it.each([
    ['add rax, rbx', { rax: 1n }, { _tag: 'Missing', index: 0, item: { _tag: 'Register', number: 3 } }],
    ['nop; adc rax, rax', { rax: 1n }, { _tag: 'Missing', index: 1, item: { _tag: 'Flag', flag: 'CF' } }],
    ['mov al, byte ptr [rbx]', { rbx: DATA, rax: 0n }, { _tag: 'Missing', item: { _tag: 'Memory', address: DATA } }],
    ['mov al, 0x1; mov rbx, rax', {}, { _tag: 'Missing', index: 1, item: { _tag: 'Register', number: 0 } }],
    ['mul rbx; je 0x401012', { rax: 1n, rbx: 1n }, { _tag: 'Undetermined', index: 1, flag: 'ZF', by: 0 }],
    ['and eax, eax; stc; lahf', { rax: 1n }, { _tag: 'Undetermined', index: 2, flag: 'AF', by: 0 }],
    ['and eax, eax; shl eax, cl; lahf', { rax: 1n, rcx: 0n }, { _tag: 'Undetermined', index: 2, flag: 'AF', by: 0 }],
    ['and eax, eax; inc eax; lahf', { rax: 1n }, { _tag: 'Ran' }],
    ['mov al, 0x1; mov bl, al', {}, { _tag: 'Ran', state: { registers: [] } }],
    ['cmove rax, rbx', { rbx: 7n, ZF: 1n }, { _tag: 'Ran', state: { registers: [7n] } }],
    ['cmove rax, rbx', { rbx: 7n, ZF: 0n }, { _tag: 'Ran', state: { registers: [] } }],
  ])('reports or tolerates such a value in %s', (lines, given, expected) => {
    const outcome = run(lines, given)
    const known =
      outcome._tag === 'Ran'
        ? { ...outcome, state: { ...outcome.state, registers: outcome.state.registers.slice(0, 1).filter(value => value !== undefined) } }
        : outcome
    expect(known).toMatchObject(expected)
  })

  it('uses the assumed value of an undefined flag', () => {
    const given = { rax: 1n, rbx: 1n }
    for (const value of [false, true]) {
      const outcome = run('mul rbx; je 0x401012', given, {}, { assumed: [{ index: 0, flag: 'ZF', value }] })
      expect(outcome).toMatchObject({ _tag: 'Ran', next: { _tag: value ? 'Jump' : 'Fall' } })
    }
    expect(ran(run('mul rbx', given)).undefinedAfter).toEqual(new Map(['PF', 'AF', 'ZF', 'SF'].map(flag => [flag, 0])))
  })

  it('traces each step with its undefined flags', () => {
    const program = ['mov eax, 0x1', 'and eax, eax', 'ud2'].map(parseLine)
    const { outcome, steps } = trace(program, { registers: [], flags: {}, memory: new Map() }, { ip: 0, mapped: [] })
    expect(outcome).toMatchObject({ _tag: 'Fault', index: 2 })
    expect(steps.map(({ state }) => state.registers[0])).toEqual([1n, 1n])
    expect(steps.map(({ undefinedAfter }) => [...undefinedAfter])).toEqual([[], [['AF', 1]]])
  })
})

const RANGE = { start: DATA, end: DATA_END }
const OPTIONS: ExecutionOptions = { ip: 0x40_1000, lengths: Array(6).fill(4), mapped: [RANGE], maxIterations: 64 }

/** Draws instructions whose address registers mostly point into the memory. */
function drawProgram(below: Below): readonly Instruction[] {
  return Array.from({ length: 1 + below(4) }, () => drawInstruction(below, pick(below, WHITELIST)))
}

function drawState(below: Below): State {
  const pointer = (): bigint => DATA + BigInt(below(0x100))
  const memory = new Map<bigint, number>()
  for (let address = DATA; address < DATA_END; address++) memory.set(address, below(256))
  return {
    registers: Array.from({ length: 16 }, (_, number) => (number === 4 || below(2) === 0 ? pointer() : drawValue(below))),
    flags: Object.fromEntries(FLAGS.map(flag => [flag, below(2) === 1])),
    memory,
  }
}

/** Keeps only items that are read or partly kept; the rest is unknown, or taken from `other`. */
function reduced(
  state: State,
  tracking: { readonly reads: StateItems; readonly merges: StateItems },
  withMerges: boolean,
  other?: State,
): State {
  const { reads, merges } = tracking
  const hasRegister = (number: number): boolean => reads.registers.has(number) || (withMerges && merges.registers.has(number))
  const hasFlag = (flag: Flag): boolean => reads.flags.has(flag) || (withMerges && merges.flags.has(flag))
  const memory = new Map(other?.memory)
  for (const [address, byte] of state.memory) if (reads.memory.has(address)) memory.set(address, byte)
  const flags: Partial<Record<Flag, boolean>> = { ...other?.flags }
  for (const flag of FLAGS) if (hasFlag(flag)) flags[flag] = state.flags[flag] === true
  return { registers: state.registers.map((value, number) => (hasRegister(number) ? value : other?.registers[number])), flags, memory }
}

/** Draws from a seed, so that a counterexample is short. */
function drawnFrom(seed: number): { readonly program: readonly Instruction[]; readonly state: State; readonly other: State } {
  const below = numbersFrom(seed)
  return { program: drawProgram(below), state: drawState(below), other: drawState(below) }
}

const textOf = (program: readonly Instruction[]): string => program.map(printInstruction).join('; ')

describe('execute, recording reads', () => {
  it('records everything that the outcome depends on', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.integer(), seed => {
        const { program, state, other } = drawnFrom(seed)
        const outcome = execute(program, state, OPTIONS)
        if (outcome._tag !== 'Ran') return
        compared++
        const again = ran(execute(program, reduced(state, outcome, true, other), OPTIONS))
        const known = ran(execute(program, reduced(state, outcome, true), OPTIONS))
        for (const found of [again, known]) {
          expect([found.next, found.why, found.undefinedAfter], textOf(program)).toEqual([
            outcome.next,
            outcome.why,
            outcome.undefinedAfter,
          ])
          for (const kind of ['reads', 'merges', 'writes'] as const)
            expect(listed(found[kind]), textOf(program)).toBe(listed(outcome[kind]))
          for (const number of outcome.writes.registers)
            expect(found.state.registers[number], textOf(program)).toBe(outcome.state.registers[number])
          for (const flag of outcome.writes.flags) expect(found.state.flags[flag], textOf(program)).toBe(outcome.state.flags[flag])
          for (const address of outcome.writes.memory)
            expect(found.state.memory.get(address), textOf(program)).toBe(outcome.state.memory.get(address))
        }
        const unmerged = ran(execute(program, reduced(state, outcome, false), OPTIONS))
        expect([unmerged.next, unmerged.why], textOf(program)).toEqual([outcome.next, outcome.why])
        for (const number of outcome.writes.registers) {
          if (!outcome.merges.registers.has(number)) expect(unmerged.state.registers[number]).toBe(outcome.state.registers[number])
        }
      }),
      { numRuns: 6000 },
    )
    expect(compared).toBeGreaterThan(600)
  })

  it('reports a read item as missing if its value is unknown', () => {
    fc.assert(
      fc.property(fc.integer(), seed => {
        // One instruction only: an earlier one could have written what its text alone lets it keep.
        const { program: instructions, state } = drawnFrom(seed)
        const program = instructions.slice(0, 1)
        const outcome = execute(program, state, OPTIONS)
        if (outcome._tag !== 'Ran') return
        for (const number of outcome.reads.registers) {
          const without = { ...state, registers: state.registers.with(number, undefined) }
          expect(execute(program, without, OPTIONS)).toMatchObject({ _tag: 'Missing', item: { _tag: 'Register', number } })
        }
        for (const flag of outcome.reads.flags) {
          const { [flag]: _, ...flags } = state.flags
          expect(execute(program, { ...state, flags }, OPTIONS)).toMatchObject({ _tag: 'Missing', item: { _tag: 'Flag', flag } })
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('records reads that depend only on the text and on addresses', () => {
    const straight = WHITELIST.filter(({ memory, family }) => memory !== 'always' && !['stack', 'lookUps', 'strings'].includes(family))
    fc.assert(
      fc.property(fc.constantFrom(...straight), fc.integer(), (form, seed) => {
        const below = numbersFrom(seed)
        const instruction = drawInstruction(below, form)
        if (instruction.operands.some(({ _tag }) => _tag === 'Memory') || ['call', 'ret'].includes(form.mnemonic)) return
        const outcomes = [drawState(below), drawState(below)].map(state => execute([instruction], state, OPTIONS))
        if (!outcomes.every(({ _tag }) => _tag === 'Ran')) return
        const [one, other] = outcomes.map(ran).map(({ reads, merges, writes }) => [reads, merges, writes].map(listed))
        expect(one, printInstruction(instruction)).toEqual(other)
      }),
      { numRuns: 4000 },
    )
  })
})

describe('a fault', () => {
  it('leaves the state as the previous instruction left it', () => {
    let compared = 0
    fc.assert(
      fc.property(fc.integer(), seed => {
        const { program, state } = drawnFrom(seed)
        const { outcome, steps } = trace(program, state, OPTIONS)
        if (outcome._tag !== 'Fault' || program[outcome.index]?.prefix?.startsWith('rep')) return
        compared++
        expect(outcome.state, textOf(program)).toEqual(steps.at(-1)?.state ?? state)
      }),
      { numRuns: 4000 },
    )
    expect(compared).toBeGreaterThan(600)
  })
})
