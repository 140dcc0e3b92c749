import { either as E } from 'fp-ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommandError } from '../../../src/cli/commandError'
import { executeCommand, executeFileCommand, type CommandOutcome, type RawOptions } from '../../../src/cli/runCommand'
import { fileError } from '../../../src/model/problem'

/** Output by stream. */
let streams: { stdout: string; stderr: string }

beforeEach(() => {
  streams = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation(text => {
      streams[name] += String(text)
      return true
    })
  }
  vi.stubEnv('FORCE_COLOR', '0')
  vi.stubEnv('DEBUG', '')
})
afterEach(() => {
  process.exitCode = undefined
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

const good = E.right({ text: 'the text', summary: 'the summary', json: '{"the":"data"}', exitCode: 0 })
const interrupted = E.left(fileError([{ _tag: 'Interrupted', path: 'verify', expected: 'the end', received: 'a request', hint: 'go on' }]))

type Conclude = (typed: RawOptions, run: () => Promise<E.Either<CommandError, CommandOutcome>>) => Promise<void>

describe.each<readonly [string, Conclude]>([
  ['that computes', executeCommand],
  ['on files', executeFileCommand],
])('a command %s', (_name, concluded) => {
  const end = async (run: () => Promise<E.Either<CommandError, CommandOutcome>>, typed: RawOptions = { seed: '9' }) => {
    await concluded(typed, run)
    return { ...streams, exitCode: process.exitCode }
  }

  it('prints its result on stdout and everything else on stderr', async () => {
    const { stdout, stderr, exitCode } = await end(async () => good)
    expect({ stdout, exitCode }).toEqual({ stdout: 'the text\n', exitCode: 0 })
    expect(stderr.split('\n').sort()).toEqual(['', 'seed 9', 'the summary'])
  })

  it('prints only JSON if requested, and no seed if it has none', async () => {
    expect(await end(async () => good, { json: true })).toEqual({ stdout: '{"the":"data"}\n', stderr: 'the summary\n', exitCode: 0 })
  })

  it('reports an error on stderr, with --json on stdout as well, in terms of the command line', async () => {
    const problem = { _tag: 'InvalidOption', path: 'options.adversarialType', expected: 'a', received: 'b', hint: 'c' } as const
    const { stdout, stderr, exitCode } = await end(async () => E.left(fileError([problem])), { json: true })
    expect({ stderr, exitCode }).toEqual({ stderr: 'Invalid --type: expected a, received b. Hint: c.\n', exitCode: 2 })
    expect(JSON.parse(stdout)).toEqual({ _tag: 'FileError', problems: [{ ...problem, path: '--type' }] })
  })

  it('prints a counterexample as data, with the message of any thrown value', async () => {
    const shown = { input: '1', expected_output: '2' }
    const place = { level: 'sums', cell: 'valid.plain.easy', law: 'level.total', seed: '9', token: 't' }
    const counterexample = {
      ...place,
      reason: 'it threw',
      original: shown,
      shrunk: shown,
      shrinks: 0,
      minimal: true,
      thrown: new Error('1n'),
    }
    const { stdout, stderr, exitCode } = await end(async () => E.left({ _tag: 'Counterexample', ...counterexample }), { json: true })
    expect(exitCode).toBe(1)
    expect(stderr).toMatch(/^ {2}replay: genesis-datasets reproduce t$/m)
    expect(JSON.parse(stdout)).toMatchObject({ _tag: 'Counterexample', law: 'level.total', thrown: '1n' })
  })

  it('prints an exception in one line with a hint to report it, and its stack only under DEBUG', async () => {
    const fail = async () => {
      throw new Error('no\n such thing')
    }
    const { stdout, stderr, exitCode } = await end(fail)
    expect({ stdout, exitCode }).toEqual({ stdout: '', exitCode: 1 })
    expect(stderr).toMatch(/^Code threw in genesis-datasets: expected no exception, received no such thing\. Hint: .*report it.*\.$/m)
    expect(stderr).not.toContain('    at ')
    vi.stubEnv('DEBUG', '1')
    expect((await end(fail)).stderr).toMatch(/^ {4}at /m)
  })
})

describe('an interrupted command on files', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends, after %s, with %i once its calls have ended', async (signal, exitCode) => {
    let aborted = false
    await executeFileCommand({ seed: '9' }, async ({ signal: watched }) => {
      process.emit(signal, signal)
      aborted = watched.aborted
      return interrupted
    })
    expect({ aborted, exitCode: process.exitCode }).toEqual({ aborted: true, exitCode })
    expect(streams).toEqual({ stdout: '', stderr: 'Interrupted in verify: expected the end, received a request. Hint: go on.\nseed 9\n' })
  })

  it('ends with 0 if it completes nevertheless', async () => {
    await executeFileCommand({}, async () => {
      process.emit('SIGINT', 'SIGINT')
      return good
    })
    expect(process.exitCode).toBe(0)
  })

  it('restores the signal handlers', async () => {
    const before = process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')
    await executeFileCommand({}, async () => good)
    expect(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM')).toBe(before)
  })
})
