import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCapstone } from '../../../../../laws/x86/capstone/capstone'
import { encodeRuns } from '../../../../../laws/x86/processor/native/encodeRuns'
import { isForbidden } from '../../../../../laws/x86/processor/native/forbidden'
import { harness } from '../../../../../laws/x86/processor/native/harness/harness'
import { openProgram } from '../../../../../laws/x86/processor/native/harnessFile'
import { KINDS } from '../../../../../laws/x86/processor/native/layout'
import { loadNative } from '../../../../../laws/x86/processor/native/nativeProcessor'
import { plainInstruction } from '../../../../../laws/x86/processor/native/plainInstruction'
import { withRecovery } from '../../../../../laws/x86/processor/native/recovery'
import type { Result, Run } from '../../../../../laws/x86/processor/processor'
import { runOf } from '../support/v86Runs'

const native = loadNative()
const skipped = native === undefined ? ' (skipped: no native processor)' : ''
const unfiltered = native?.filtered ? '' : ' (skipped: no filter of calls here)'

const PT_LOAD = 1
const PT_GNU_STACK = 0x6474_e551

describe('the harness', () => {
  const file = harness()
  const view = new DataView(file.buffer)
  const parts = Array.from({ length: view.getUint16(56, true) }, (_, index) => 64 + 56 * index)

  it('is always the same position-independent 64-bit ELF file', () => {
    expect([...file.subarray(0, 7)]).toEqual([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
    expect(view.getUint16(16, true)).toBe(3)
    expect(Buffer.from(harness()).equals(file)).toBe(true)
  })

  it('has no dependencies, and no memory that is both writable and executable', () => {
    expect(parts.map(at => view.getUint32(at, true))).toEqual([PT_LOAD, PT_LOAD, PT_GNU_STACK])
    for (const at of parts) expect(view.getUint32(at + 4, true) & 3).not.toBe(3)
  })
})

/** True if programs in the temporary folder can be started; otherwise there is no native processor. */
function canStartPrograms(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'genesis-native-'))
  writeFileSync(join(folder, 'script'), '#!/bin/sh\nexit 7\n', { mode: 0o700 })
  const { status } = spawnSync(join(folder, 'script'))
  rmSync(folder, { recursive: true })
  return status === 7
}

it.skipIf(process.platform !== 'linux' || process.arch !== 'x64' || !canStartPrograms())(
  'a native processor is available on this machine',
  () => {
    expect(native).toBeDefined()
  },
)

describe.skipIf(skipped !== '')(`openProgram${skipped}`, () => {
  it('returns a file for its owner only, without a name', () => {
    const program = openProgram(harness())
    const { mode, nlink } = statSync(program?.path ?? '')
    expect([mode & 0o777, nlink]).toEqual([0o700, 0])
    expect(readFileSync(program?.path ?? '').equals(harness())).toBe(true)
    program?.close()
  })

  it('leaves no file behind, and fails if the folder is not writable', () => {
    const former = process.env.TMPDIR
    const folder = mkdtempSync(join(tmpdir(), 'genesis-native-'))
    process.env.TMPDIR = folder
    expect(loadNative()).toBeDefined()
    expect(readdirSync(folder)).toEqual([])
    rmSync(folder, { recursive: true })
    expect(loadNative()).toBeUndefined()
    if (former === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = former
  })

  it.skipIf(unfiltered !== '')(`is terminated by the kernel if code reaches a system call${unfiltered}`, () => {
    const program = openProgram(harness())
    const escaping = runOf([
      [0xb8, 0x3c, 0x00, 0x00, 0x00],
      [0x0f, 0x05],
    ])
    const input = encodeRuns([escaping], () => ({ kind: KINDS.stepped }))
    expect(spawnSync(program?.path ?? '', { input, env: {} }).signal).toBe('SIGSYS')
    program?.close()
  })
})

describe('withRecovery', () => {
  const bad = new Set([3, 40, 41, 99])
  const runs = Array.from({ length: 100 }, (_, index) => runOf([[0x90]], { ip: 0x40_0000 + index }))
  const isBad = ({ ip }: Run): boolean => bad.has(ip - 0x40_0000)
  const sound: Result = {
    ending: { _tag: 'Endless' },
    steps: [],
    last: { registers: new BigUint64Array(16), flags: 0, next: 0n },
    memory: new Uint8Array(),
    strayed: false,
  }

  it('finds the lost runs and returns the results of all others', () => {
    let attempts = 0
    const attempt = (some: readonly Run[]): readonly Result[] | undefined => {
      attempts++
      return some.some(isBad) ? undefined : some.map(() => sound)
    }
    const results = withRecovery(attempt, runs)
    expect(results.flatMap(({ ending }, index) => (ending._tag === 'Lost' ? [index] : []))).toEqual([...bad])
    expect(results).toHaveLength(runs.length)
    expect(attempts).toBeLessThan(2 * bad.size * 8)
  })
})

/** Bytes before the opcodes of each table. */
const BEFORE_OPCODES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['nothing', []],
  ['0f', [0x0f]],
  ['f3 0f', [0xf3, 0x0f]],
  ['0f 38', [0x0f, 0x38]],
  ['66 0f 38', [0x66, 0x0f, 0x38]],
  ['f3 0f 38', [0xf3, 0x0f, 0x38]],
  ['f2 0f 38', [0xf2, 0x0f, 0x38]],
  ['66 f2 0f 38', [0x66, 0xf2, 0x0f, 0x38]],
  ['VEX 0f 38', [0xc4, 0xe2, 0x78]],
  ['VEX 66 0f 38', [0xc4, 0xe2, 0x79]],
  ['VEX f3 0f 38', [0xc4, 0xc2, 0x72]],
  ['VEX f2 0f 38', [0xc4, 0x42, 0xfb]],
  ['VEX f2 0f 3a', [0xc4, 0xe3, 0x7b]],
  ['lock', [0xf0, 0x48]],
  ['lock 0f', [0xf0, 0x66, 0x0f]],
]

describe('plainInstruction', () => {
  it.each(BEFORE_OPCODES)('ends where capstone ends, and excludes forbidden instructions, behind %s', async (_, before) => {
    const disassembler = await loadCapstone()
    const any = fc.sample(fc.uint8Array({ minLength: 16, maxLength: 16 }), { numRuns: 40_000, seed: 5 })
    let plain = 0
    for (const behind of any) {
      const bytes = Uint8Array.from([...before, ...behind]).subarray(0, 16)
      const length = plainInstruction(bytes)?.length
      if (length === undefined) continue
      plain++
      expect(isForbidden(bytes)).toBe(false)
      const reading = disassembler.read(64, bytes, 0, 0)
      if (typeof reading === 'object') expect(`${reading.text}: ${length}`).toBe(`${reading.text}: ${reading.length}`)
    }
    expect(plain).toBeGreaterThan(50)
  })

  const NOWHERE = { index: undefined, shift: 0, displacement: 0, fromNext: false }
  it.each([
    ['mov rax, [r9 + r10*4 - 8]', [0x4b, 0x8b, 0x44, 0x91, 0xf8], { base: 9, index: 10, shift: 2, displacement: -8, fromNext: false }],
    ['andn rax, rbx, [r9]', [0xc4, 0xc2, 0xe0, 0xf2, 0x01], { ...NOWHERE, base: 9 }],
    ['pext rax, rbx, [rcx + r9*2]', [0xc4, 0xa2, 0xe2, 0xf5, 0x04, 0x49], { ...NOWHERE, base: 1, index: 9, shift: 1 }],
    ['pop [rbx]', [0x8f, 0x03], { ...NOWHERE, base: 4 }],
    ['leave', [0xc9], { ...NOWHERE, base: 5 }],
    ['push [rip + 1]', [0xff, 0x35, 1, 0, 0, 0], { ...NOWHERE, base: undefined, displacement: 1, fromNext: true }],
  ])('reports its read position: %s', (_, bytes, memory) => {
    expect(plainInstruction(Uint8Array.from(bytes))).toEqual({ length: bytes.length, memory })
  })

  it.each([
    ['of two bytes', [0x0f], 0x05],
    ['with a prefix', [0x66], 0x9d],
    ['with REX', [0x41], 0xcc],
  ])('excludes forbidden instructions, %s', (_, before, opcode) => {
    const bytes = Uint8Array.from([...before, opcode, ...new Array(13).fill(0xc0)])
    expect([isForbidden(bytes), plainInstruction(bytes)]).toEqual([true, undefined])
  })
})
