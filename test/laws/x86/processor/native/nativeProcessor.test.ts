import { describe, expect, it } from 'vitest'
import { loadNative } from '../../../../../laws/x86/processor/native/nativeProcessor'
import {
  CODE_END,
  CODE_START,
  DATA_END,
  DATA_START,
  FLAG_BITS,
  type Result,
  WINDOW_BYTES,
} from '../../../../../laws/x86/processor/processor'
import { type Given, registerOf, runOf, WINDOW } from '../support/v86Runs'

const { CF, PF, ZF } = FLAG_BITS
const START = BigInt(CODE_START)
const STACK = BigInt(WINDOW + 0x80)

/** Ways in which native processors are loaded, to cover their differences. */
const WAYS = [
  ['jumps back to the harness where possible', loadNative()],
  ['the trap flag only', loadNative({ trapFlagOnly: true })],
] as const

const skipped = WAYS[0][1] === undefined ? ' (skipped: no native processor)' : ''

describe.skipIf(skipped !== '').each(WAYS)(`the processor of this machine, watched by %s${skipped}`, (_, native) => {
  const run = (instructions: readonly (readonly number[])[], given?: Given): Result =>
    native?.run([runOf(instructions, given)])[0] as Result

  it('reports its version', () => expect(native?.version).toBe('native 1'))

  it('adds', () => {
    const result = run([[0x48, 0x01, 0xd8]], { registers: { rax: 0xffff_ffff_ffff_ffffn, rbx: 1n } })
    expect(result.ending).toEqual({ _tag: 'Left', to: START + 3n })
    expect(registerOf(result, 'rax')).toBe(0n)
    expect(result.last.flags).toBe(CF | PF | FLAG_BITS.AF | ZF)
    expect(result.last.next).toBe(START + 3n)
  })

  it('sets every register and reads it back', () => {
    const run = { ...runOf([[0x90]]), registers: BigUint64Array.from({ length: 16 }, (_, index) => (1n << 63n) + BigInt(index)) }
    expect(native?.run([run])[0]?.last.registers).toEqual(run.registers)
  })

  it('keeps the initial state if the first instruction faults', () => {
    const given = { flags: CF, registers: { rax: 3n } }
    const divided = run([[0xf7, 0xf3]], given)
    expect(divided.ending).toEqual({ _tag: 'Fault', fault: '#DE', at: START, address: 0n })
    expect(divided.last).toEqual({ registers: runOf([], given).registers, flags: CF, next: START })
    expect(divided.steps).toEqual([])
  })

  it('keeps the state before the faulting instruction and the effects of earlier ones', () => {
    const result = run(
      [
        [0xff, 0xc0],
        [0x0f, 0x0b],
      ],
      { registers: { rax: 7n } },
    )
    expect(result.ending).toEqual({ _tag: 'Fault', fault: '#UD', at: START + 2n, address: 0n })
    expect(registerOf(result, 'rax')).toBe(8n)
    expect(result.steps).toHaveLength(1)
  })

  it.each([
    ['read', [0x48, 0x8b, 0x00], BigInt(DATA_END), BigInt(DATA_END)],
    ['write', [0x48, 0x89, 0x00], 0x1234n, 0x1234n],
    ['read across the end of the page', [0x48, 0x8b, 0x00], BigInt(DATA_END - 4), BigInt(DATA_END)],
    ['read across its start', [0x48, 0x8b, 0x00], BigInt(DATA_START - 4), BigInt(DATA_START - 4)],
    ['write to the code', [0x88, 0x00], START + 1n, START + 1n],
  ])('reports the address of a %s that faults', (_, bytes, rax, address) => {
    expect(run([bytes], { registers: { rax } }).ending).toEqual({ _tag: 'Fault', fault: '#PF', at: START, address })
  })

  it('reads the code as given', () => {
    const read = [0x48, 0x8b, 0x05, 0x00, 0x00, 0x00, 0x00]
    const result = run([read, [0x90], [0xb8, 0x01, 0x02, 0x03, 0x04]])
    expect(result.steps[0]?.registers[0]).toBe(0xcccc_0403_0201_b890n)
    const byRegister = run([[0x8a, 0x41, 0x03], [0x90]], { registers: { rcx: START } })
    expect(byRegister.steps[0]?.registers[0]).toBe(0x90n)
    const byStack = run([[0x58], [0x90]], { registers: { rsp: START } })
    expect(byStack.steps[0]?.registers[0]).toBe(0xcccc_cccc_cccc_9058n)
    const byIndex = run([[0x42, 0x8a, 0x04, 0xcd, 0x08, 0x00, 0x00, 0x00], [0x90]], { registers: { r9: START / 8n } })
    expect(byIndex.steps[0]?.registers[0]).toBe(0x90n)
  })

  it('pushes and pops', () => {
    const result = run([[0x50], [0x5b]], { registers: { rax: 0x0102_0304_0506_0708n, rsp: STACK } })
    expect(result.steps[0]?.registers[4]).toBe(STACK - 8n)
    expect(registerOf(result, 'rbx')).toBe(0x0102_0304_0506_0708n)
    expect([...result.memory.subarray(0x78, 0x80)]).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    expect(result.strayed).toBe(false)
  })

  it('takes a branch or falls through', () => {
    const code = [
      [0x74, 0x02],
      [0xff, 0xc0],
      [0xff, 0xc1],
    ]
    expect(run(code, { flags: ZF }).steps.map(({ next }) => next - START)).toEqual([4n, 6n])
    expect(run(code).steps.map(({ next }) => next - START)).toEqual([2n, 4n, 6n])
  })

  it('calls and returns', () => {
    const code = [[0xe8, 0x02, 0x00, 0x00, 0x00], [0xeb, 0x01], [0xc3]]
    expect(run(code, { registers: { rsp: STACK } }).steps.map(({ next }) => next - START)).toEqual([7n, 5n, 8n])
  })

  it('counts each repetition of a string instruction as a step', () => {
    const registers = { rcx: 3n, rsi: BigInt(WINDOW), rdi: BigInt(WINDOW + 16) }
    const memory = Uint8Array.from({ length: WINDOW_BYTES }, (_, index) => index + 1)
    const result = run([[0xf3, 0xa4]], { registers, memory })
    expect(result.steps.map(step => [step.registers[1], step.next - START])).toEqual([
      [2n, 0n],
      [1n, 0n],
      [0n, 2n],
    ])
    expect([...result.memory.subarray(15, 20)]).toEqual([16, 1, 2, 3, 20])
    expect(run([[0xf3, 0xa4]]).steps).toHaveLength(1)
  })

  it('applies the forced flags after a step', () => {
    const code = [[0xf9], [0x0f, 0x92, 0xc0], [0x0f, 0x94, 0xc3]]
    const forced = [
      { clear: CF, set: ZF },
      { clear: ZF, set: 0 },
    ]
    const result = run(code, { forced })
    expect(result.steps.map(({ flags }) => flags)).toEqual([CF, ZF, 0])
    expect([registerOf(result, 'rax'), registerOf(result, 'rbx')]).toEqual([0n, 0n])
    expect(registerOf(run(code), 'rax')).toBe(1n)
  })

  it('reports the first steps and the last one', () => {
    const result = run(Array.from({ length: 40 }, () => [0xff, 0xc0]))
    expect(result.steps.map(step => step.registers[0])).toEqual(Array.from({ length: 16 }, (_, index) => BigInt(index + 1)))
    expect(registerOf(result, 'rax')).toBe(40n)
    expect(result.last.next).toBe(START + 80n)
  })

  it.each([0, 1, 5, 17, 1_000])('executes exactly %d instructions of an endless loop', budget => {
    const result = run(
      [
        [0xff, 0xc0],
        [0xeb, 0xfc],
      ],
      { budget },
    )
    expect(result.ending).toEqual({ _tag: 'Endless' })
    expect(registerOf(result, 'rax')).toBe(BigInt(Math.ceil(budget / 2)))
  })

  it('does not report code as endless if it ends exactly at its budget', () => {
    expect(run([[0x90], [0x90]], { budget: 2 }).ending).toEqual({ _tag: 'Left', to: START + 2n })
    expect(run([[0x90], [0x0f, 0x05]], { budget: 1 }).ending).toEqual({ _tag: 'Endless' })
    expect(run([[0x90], [0x0f, 0x05]], { budget: 2 }).ending).toEqual({ _tag: 'Forbidden', at: START + 1n })
  })

  it('executes only instructions at the listed starts', () => {
    const code = {
      ...runOf([
        [0xeb, 0x00],
        [0xff, 0xc0],
      ]),
      starts: [0],
    }
    expect(native?.run([code])[0]?.ending).toEqual({ _tag: 'Left', to: START + 2n })
    expect(native?.run([{ ...code, starts: [] }])[0]?.ending).toEqual({ _tag: 'Left', to: START })
  })

  it.each([DATA_START, DATA_START + 0x123, DATA_END - WINDOW_BYTES])('supports a window at %d', window => {
    const memory = Uint8Array.from({ length: WINDOW_BYTES }, (_, index) => 255 - index)
    const result = run(
      [
        [0x8a, 0x01],
        [0xc6, 0x01, 0x77],
      ],
      { window, memory, registers: { rcx: BigInt(window + 255) } },
    )
    expect(registerOf(result, 'rax')).toBe(0n)
    expect([...result.memory]).toEqual([...memory.subarray(0, 255), 0x77])
    expect(result.strayed).toBe(false)
  })

  it.each([0, 0x5a, 0xff])('fills the rest of the page with %d and reports whether it changed', fill => {
    const registers = { rcx: BigInt(WINDOW - 1), rdx: BigInt(WINDOW + WINDOW_BYTES) }
    const kept = run(
      [
        [0x8a, 0x01],
        [0x88, 0x02],
      ],
      { fill, registers },
    )
    expect([registerOf(kept, 'rax'), kept.strayed]).toEqual([BigInt(fill), false])
    expect(run([[0xc6, 0x01, fill ^ 1]], { fill, registers }).strayed).toBe(true)
    expect(run([[0xc6, 0x02, fill ^ 1]], { fill, registers }).strayed).toBe(true)
  })

  it('runs code at both ends of its region', () => {
    for (const ip of [CODE_START, CODE_END - 3]) {
      const result = run([[0xff, 0xc0], [0x90]], { ip })
      expect(result.ending).toEqual({ _tag: 'Left', to: BigInt(ip + 3) })
      expect(result.steps).toHaveLength(2)
    }
  })

  it('rejects an invalid run, also if it was changed since the last run', () => {
    const starts = [0]
    const changed = { ...runOf([[0x90]]), starts }
    expect(native?.run([changed])).toHaveLength(1)
    starts[0] = 1
    expect(() => native?.run([changed])).toThrow(new RangeError('processor: a run cannot have an instruction at 1 of 1 bytes'))
  })
})
