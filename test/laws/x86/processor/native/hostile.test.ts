import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { askHarness } from '../../../../../laws/x86/processor/native/askHarness'
import { decodeAnswer } from '../../../../../laws/x86/processor/native/decodeAnswer'
import { harness } from '../../../../../laws/x86/processor/native/harness/harness'
import { type OpenProgram, openProgram } from '../../../../../laws/x86/processor/native/harnessFile'
import { loadNative } from '../../../../../laws/x86/processor/native/nativeProcessor'
import { watchPlain, watchByTrapFlag, type WatchOf } from '../../../../../laws/x86/processor/native/watch'
import type { Result } from '../../../../../laws/x86/processor/processor'
import { HOSTILE_CASES } from '../support/hostileCases'
import { runOf } from '../support/v86Runs'

const WAYS: readonly (readonly [name: string, watchOf: WatchOf])[] = [
  ['jumps back to the harness where possible', watchPlain],
  ['the trap flag only', watchByTrapFlag],
]

/** `lea rax, [rcx+7]; push rax; pop rdx`. */
const GOOD = runOf([[0x48, 0x8d, 0x41, 0x07], [0x50], [0x5a]], { registers: { rcx: 5n, rsp: 0x2_0480n } })
const RUNS = HOSTILE_CASES.map(([, instructions, , given]) => runOf(instructions, given))
const SANDWICHED = [...RUNS.flatMap(run => [GOOD, run]), GOOD]

/** Timeout in milliseconds, after which everything is killed. An idle machine needs some tens. */
const TIMEOUT = 1_000

const skipped = loadNative() === undefined ? ' (skipped: no native processor)' : ''

/** Returns the child processes of this process that still exist. */
const children = (): readonly string[] =>
  readdirSync('/proc/self/task').map(task => readFileSync(`/proc/self/task/${task}/children`, 'utf8'))

describe.skipIf(skipped !== '').each(WAYS)(`hostile code, watched by %s${skipped}`, (_, watchOf) => {
  const folder = mkdtempSync(join(tmpdir(), 'genesis-hostile-'))
  const former = process.env.TMPDIR
  let program: OpenProgram | undefined
  let results: readonly Result[] | undefined
  let digests: readonly string[] = []
  let before: readonly string[] = []
  const digest = (): string =>
    createHash('sha256')
      .update(readFileSync(program?.path ?? ''))
      .digest('hex')

  beforeAll(() => {
    process.env.TMPDIR = folder
    program = openProgram(harness())
    before = children()
    const first = digest()
    const answer = askHarness({ path: program?.path ?? '', timeout: TIMEOUT, watchOf }, SANDWICHED)
    results = answer && decodeAnswer(answer, SANDWICHED)
    digests = [first, digest()]
  })

  afterAll(() => {
    process.env.TMPDIR = former
    if (former === undefined) delete process.env.TMPDIR
    program?.close()
    rmSync(folder, { recursive: true })
  })

  it('terminates in one process, in time', () => expect(results).toHaveLength(SANDWICHED.length))

  it.each(HOSTILE_CASES.map(([name, , endings], index) => ({ name, endings, index })))(
    'ends as expected: $name, $endings',
    ({ endings, index }) => {
      expect(endings.split('|')).toContain(results?.[2 * index + 1]?.ending._tag)
    },
  )

  it('does not change the runs beside it', () => {
    const alone = askHarness({ path: program?.path ?? '', timeout: TIMEOUT, watchOf }, [GOOD])
    const [expected] = (alone && decodeAnswer(alone, [GOOD])) ?? []
    expect(expected?.last.registers[2]).toBe(12n)
    for (let index = 0; index < SANDWICHED.length; index += 2) expect(results?.[index]).toEqual(expected)
  })

  it('leaves no file and no process, and the program unchanged', () => {
    expect(readdirSync(folder)).toEqual([])
    expect(children().join('')).toBe(before.join(''))
    expect(digests[0]).toBe(digests[1])
  })
})
