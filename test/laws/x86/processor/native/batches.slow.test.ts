import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadNative } from '../../../../../laws/x86/processor/native/nativeProcessor'
import { CODE_START, DATA_START, type Run, WINDOW_BYTES } from '../../../../../laws/x86/processor/processor'
import { registerOf, runOf } from '../support/v86Runs'

const native = loadNative()
const trapFlagOnly = loadNative({ trapFlagOnly: true })
const skipped = native === undefined ? ' (skipped: no native processor)' : ''

/** Significant addresses, and any values. */
const drawValue = fc.oneof(
  fc.bigInt({ min: 0n, max: 0xffff_ffff_ffff_ffffn }),
  fc.integer({ min: DATA_START, max: DATA_START + 0xfff }).map(BigInt),
  fc.integer({ min: CODE_START - 8, max: CODE_START + 64 }).map(BigInt),
  fc.bigInt({ min: 0n, max: 64n }),
)

/** Frequent opcodes, so that many bytes form plain instructions. */
const drawByte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(0x48, 0x66, 0x0f, 0x8b, 0x89, 0x01, 0x74, 0xeb, 0x58, 0x50, 0x00, 0xfc),
  fc.constantFrom(0xf0, 0xf3, 0xe2, 0xe3, 0xc9, 0x8f, 0x9e, 0x9f, 0xff, 0xb8, 0xc7, 0x38),
)

/** Instructions with multi-byte prefixes, which uniform bytes would hardly produce. */
const drawVex = fc
  .tuple(fc.constantFrom(0xe2, 0xc2, 0x42, 0xe3), fc.integer({ min: 0, max: 255 }), fc.constantFrom(0xf0, 0xf2, 0xf3, 0xf5, 0xf6, 0xf7))
  .map(bytes => [0xc4, ...bytes])
const drawBytes = fc.oneof({ arbitrary: drawByte.map(byte => [byte]), weight: 12 }, { arbitrary: drawVex, weight: 1 })

/** Any bytes with any starts, without regard for valid code. */
const drawRun: fc.Arbitrary<Run> = fc
  .record({
    code: fc.array(drawBytes, { minLength: 1, maxLength: 40 }).map(parts => parts.flat().slice(0, 40)),
    each: fc.boolean(),
    starts: fc.array(fc.nat(39), { maxLength: 30 }),
    registers: fc.array(drawValue, { minLength: 16, maxLength: 16 }),
    flags: fc.nat().map(bits => bits & 0xcd5),
    memory: fc.uint8Array({ minLength: WINDOW_BYTES, maxLength: WINDOW_BYTES }),
    fill: fc.nat(255),
  })
  .map(({ code, each, starts, registers, ...rest }) => ({
    ...runOf([]),
    ...rest,
    code: Uint8Array.from(code),
    starts: each ? code.map((_, index) => index) : starts.filter(start => start < code.length),
    registers: BigUint64Array.from(registers),
    budget: 20,
  }))

describe.skipIf(skipped !== '')(`a batch on the native processor${skipped}`, () => {
  const runs = fc.sample(drawRun, { numRuns: 4_000, seed: 16 })
  const together = native?.run(runs) ?? []

  it('terminates for any bytes', () => {
    expect(together).toHaveLength(runs.length)
    const endings = new Map<string, number>()
    for (const result of together) endings.set(result?.ending._tag ?? '', (endings.get(result?.ending._tag ?? '') ?? 0) + 1)
    expect([...endings.keys()].sort()).toEqual(['Endless', 'Fault', 'Forbidden', 'Left'])
  })

  it('gives the same results in any order, and for each run alone', () => {
    const backwards = native?.run([...runs].reverse()) ?? []
    for (const [index, result] of [...backwards].reverse().entries()) expect(result).toEqual(together[index])
    for (let index = 0; index < runs.length; index += 50) expect(native?.run([runs[index] as Run])[0]).toEqual(together[index])
  })

  it('gives the same results however the processor is stopped', () => {
    const stepped = trapFlagOnly?.run(runs) ?? []
    for (const [index, result] of stepped.entries())
      expect(result, Buffer.from((runs[index] as Run).code).toString('hex')).toEqual(together[index])
  })

  it('carries over neither code nor vector registers', () => {
    const long = runOf([[0x66, 0x48, 0x0f, 0x6e, 0xc0], [0xd9, 0xe8], [0x90], [0x90]], { registers: { rax: 77n } })
    const short = runOf([[0x66, 0x48, 0x0f, 0x7e, 0xc0]])
    const behind = runOf([[0x8a, 0x41, 0x07]], { registers: { rcx: BigInt(CODE_START) } })
    const [, vector, code] = native?.run([long, short, behind]) ?? []
    expect(registerOf(vector, 'rax')).toBe(0n)
    expect(registerOf(code, 'rax')).toBe(0xccn)
    const kept = native?.run([
      runOf(
        [
          [0x66, 0x48, 0x0f, 0x6e, 0xc0],
          [0x66, 0x48, 0x0f, 0x7e, 0xc3],
        ],
        { registers: { rax: 77n } },
      ),
    ])[0]
    expect(registerOf(kept, 'rbx')).toBe(77n)
  })

  it('may be empty, or larger than one process accepts', () => {
    expect(native?.run([])).toEqual([])
    const many = native?.run(Array.from({ length: 9_000 }, (_, index) => runOf([[0xff, 0xc0]], { registers: { rax: BigInt(index) } })))
    expect(many?.map(result => Number(registerOf(result, 'rax')))).toEqual(Array.from({ length: 9_000 }, (_, index) => index + 1))
  })
})
