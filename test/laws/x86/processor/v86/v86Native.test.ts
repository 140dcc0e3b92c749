import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadNative } from '../../../../../laws/x86/processor/native/nativeProcessor'
import { FLAG_BITS, type Result, WINDOW_BYTES } from '../../../../../laws/x86/processor/processor'
import { loadV86 } from '../../../../../laws/x86/processor/v86/v86'
import { drawInstruction } from '../support/v86Instructions'
import { runOf, WINDOW } from '../support/v86Runs'

const COUNT = 6_000
const SEED = 86

const native = loadNative()
const v86 = await loadV86().catch(() => undefined)
const skipped = native === undefined ? ' (skipped: no native processor)' : v86 === undefined ? ' (skipped: v86 is not installed)' : ''

/** Values near which carries and signs change. */
const drawValue = fc.oneof(
  fc.constantFrom(0n, 1n, 0x7fn, 0x80n, 0xffn, 0x7fffn, 0x8000n, 0xffffn, 0x7fff_ffffn, 0x8000_0000n, 0xffff_ffffn),
  fc.bigInt({ min: 0n, max: 0xffff_ffffn }),
)

const drawRun = fc
  .record({
    instruction: drawInstruction,
    values: fc.array(drawValue, { minLength: 7, maxLength: 7 }),
    place: fc.nat(WINDOW_BYTES - 8),
    flags: fc.subarray(Object.values(FLAG_BITS)),
    memory: fc.uint8Array({ minLength: WINDOW_BYTES, maxLength: WINDOW_BYTES }),
  })
  .map(({ instruction, values: [rax = 0n, rcx = 0n, rdx = 0n, rbx = 0n, rsp = 0n, rbp = 0n, rdi = 0n], place, flags, memory }) => {
    const registers = { rax, rcx, rdx, rbx, rsp, rbp, rdi, rsi: BigInt(WINDOW + place), r8: ~rax & 0xffff_ffff_ffff_ffffn }
    const run = runOf([instruction.bytes], { registers, flags: flags.reduce((all, bit) => all | bit, 0), memory })
    return { run, undefinedFlags: instruction.undefinedFlags }
  })

/** Returns the comparable part of a result; one of the two has its memory as a Buffer. */
const comparable = (result: Result | undefined, undefinedFlags: number) =>
  result && {
    ending: result.ending,
    last: { ...result.last, flags: result.last.flags & ~undefinedFlags },
    memory: [...result.memory],
    strayed: result.strayed,
  }

it.skipIf(skipped !== '')(`v86 agrees with the processor of this machine${skipped}`, () => {
  const drawn = fc.sample(drawRun, { numRuns: COUNT, seed: SEED })
  const runs = drawn.map(({ run }) => run)
  const [real, emulated] = [native, v86].map(processor => processor?.run(runs) ?? [])
  for (const [index, { run, undefinedFlags }] of drawn.entries()) {
    const message = Buffer.from(run.code).toString('hex')
    expect(emulated?.[index], message).toBeDefined()
    expect(comparable(emulated?.[index], undefinedFlags), message).toEqual(comparable(real?.[index], undefinedFlags))
  }
})
