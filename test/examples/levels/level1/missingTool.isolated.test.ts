import type { Verdict } from 'genesis-datasets'
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectsText } from './support/effectsText'
import type { Level1Question } from '../../../../arbitraries/x86/level1/questions/question'
import type { Level1 } from './support/level1Dataset'

beforeEach(() => vi.resetModules())
afterEach(() => {
  for (const name of ['iced-x86', '@alexaltea/capstone-js', 'node:fs/promises', NATIVE]) vi.doUnmock(name)
})

const NATIVE = '../../../../laws/x86/processor/native/nativeProcessor'

const level1 = async (): Promise<Level1> => (await import('../../../../examples/levels/level1')).level1()

/** Makes a package fail to load, as if it were not installed. */
function uninstall(name: string): void {
  vi.doMock(name, () => {
    throw Object.assign(new Error(`Cannot find package '${name}'`), { code: 'ERR_MODULE_NOT_FOUND' })
  })
}

/** Simulates a machine without a usable processor. */
const withoutNative = (): unknown => vi.doMock(NATIVE, () => ({ loadNative: () => undefined }))

/** Hides the files of v86; no module of it is loaded. */
function withoutV86(): void {
  vi.doMock('node:fs/promises', async original => {
    const files = await original<typeof import('node:fs/promises')>()
    const readFile = (path: string, ...rest: readonly never[]): unknown =>
      `${path}`.includes('/v86/') ? Promise.reject(new Error(`ENOENT: ${path}`)) : files.readFile(path, ...rest)
    return { ...files, readFile, default: { ...files, readFile } }
  })
}

/** Returns the question with values for all registers of 32-bit code. */
const withOldRegisters = (question: Level1Question): Level1Question => ({
  ...question,
  registers: new Map([...OLD_REGISTERS.map((name, index) => [name, BigInt(index)] as const), ...question.registers]),
})

const OLD_REGISTERS = ['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'rsp'] as const

const labelOf = (verdict: Verdict<string> | undefined): string =>
  verdict?._tag === 'Answer' ? verdict.canonical : verdict?._tag === 'Refuse' ? verdict.type : (verdict?.reason ?? 'no verdict')

describe('level 1', () => {
  it.each(['iced-x86', '@alexaltea/capstone-js'])('names the package to install if %s is missing', async name => {
    uninstall(name)
    await expect(level1()).rejects.toThrow(`Cannot load ${name}. Install it: npm install ${name}`)
  })

  it('says what to install if there is neither a usable processor nor v86', async () => {
    withoutNative()
    withoutV86()
    await expect(level1()).rejects.toThrow('Cannot load v86. Install it: npm install v86')
  })

  it('keeps the original error as the cause', async () => {
    withoutNative()
    withoutV86()
    await expect(level1()).rejects.toMatchObject({ cause: expect.any(Error) })
  })

  it('loads if all tools are installed', async () => {
    await expect(level1()).resolves.toMatchObject({ name: 'level1' })
  })
})

describe('level 1 on v86', () => {
  const onV86 = async (): Promise<Level1> => {
    withoutNative()
    return level1()
  }

  it('names v86 and capstone as the tools of verification', async () => {
    const { verifiedBy } = await onV86()
    expect(verifiedBy).toEqual([expect.stringMatching(/^v86 \d/), expect.stringMatching(/^capstone /)])
  })

  it('judges code of 8, 16 and 32 bits and is silent about 64-bit code', async () => {
    const { oracle } = await onV86()
    const registers = 'rax=0x1 rbx=0x2 rcx=0x3 rdx=0x4 rsp=0x20800 rbp=0x5 rsi=0x6 rdi=0x7'
    const judge = (code: string, ask = 'rax'): string =>
      labelOf(oracle([effectsText(code, ask, { registers, flags: 'CF=0 PF=0 AF=0 ZF=0 SF=0 DF=0 OF=0' })])[0])
    expect(judge('add al, bl')).toBe('rax=0x3')
    expect(judge('add ax, bx')).toBe('rax=0x3')
    expect(judge('add eax, ebx')).toBe('rax=0x3')
    expect(judge('shl eax, 0x3', 'rax, ZF, OF')).toBe('rax=0x8\nZF=0 OF=undef')
    expect(judge('add rax, rbx')).toBe('the processor cannot run this code')
    expect(judge('mov r8, rax')).toBe('the processor cannot run this code')
    expect(judge('push rax')).toBe('the processor cannot run this code')
  })

  it('judges easy questions that give all of its registers, with the right answers', async () => {
    const level = await onV86()
    const topic = level.topics.registers ?? expect.unreachable('no such topic')
    const drawn = fc.sample(topic.questions.easy, { numRuns: 100, seed: 3 }).map(withOldRegisters)
    const verdicts = level.oracle(drawn.map(level.question.print))
    const judged = drawn.flatMap((question, index) =>
      verdicts[index]?._tag === 'CannotJudge' ? [] : [[labelOf(verdicts[index]), topic.answer(question)] as const],
    )
    expect(judged.length).toBeGreaterThan(10)
    for (const [label, answer] of judged) expect(label).toBe(answer)
  })

  it('judges code without the values of unused registers', async () => {
    const { oracle } = await onV86()
    expect(labelOf(oracle([effectsText('add eax, ebx', 'rax', { registers: 'rax=0x1 rbx=0x2' })])[0])).toBe('rax=0x3')
  })
})
