import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../../support/packageInCache'
import { type Ending, filesUnder, runCommand } from '../../support/runCommand'

interface Interrupted extends Ending {
  readonly killed: string | null
}

const ROWS = 6_000
const isUnfinished = (path: string): boolean => /\/\.[^/]+\.unfinished$|^\.genesis\//.test(path)

describe('an interrupted build', () => {
  let built: BuiltPackage
  let undisturbed: ReadonlyMap<string, string>
  const folder = mkdtempSync(join(tmpdir(), 'genesis-interrupted-'))

  beforeAll(() => {
    built = buildPackageInCache()
    const out = join(folder, 'undisturbed')
    expect(runCommand(built.command, build(out)).status).toBe(0)
    undisturbed = filesUnder(out)
  }, 60_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const build = (out: string, count = ROWS, ...more: readonly string[]): readonly string[] => {
    return ['build', '--level', 'sums', '--count', String(count), '--seed', '11', '--out', out, ...more]
  }

  const hasRows = (out: string): boolean => [...filesUnder(out)].some(([path, text]) => path.endsWith('.jsonl.unfinished') && text !== '')

  /** Sends a signal once rows are being written. */
  async function interrupt(out: string, words: readonly string[], signal: NodeJS.Signals): Promise<Interrupted> {
    const child = spawn(process.execPath, [built.command, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].on('data', (text: Buffer) => {
        said[stream] += text.toString()
      })
    }
    const ended = new Promise<Pick<Interrupted, 'status' | 'killed'>>(resolve =>
      child.on('close', (status, killed) => resolve({ status, killed })),
    )
    while (child.exitCode === null && !hasRows(out)) await setTimeout(5)
    child.kill(signal)
    return { ...(await ended), ...said }
  }

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends, after %s, with %i, prints the seed, and keeps its progress for the next run', async (signal, status) => {
    const out = join(folder, signal)
    const ended = await interrupt(out, build(out), signal)
    expect(ended).toMatchObject({ status, killed: null, stdout: '' })
    expect(ended.stderr).toMatch(/^Interrupted .*: .*\n(?:.*\n)*seed 11\n$/)
    expect([...filesUnder(out).keys()].filter(path => !isUnfinished(path))).toEqual([])
    const { state } = JSON.parse(readFileSync(join(out, '.genesis/checkpoint.json'), 'utf8')) as {
      readonly state: { readonly rows: number }
    }
    expect(state.rows).toBeGreaterThan(0)
    expect(runCommand(built.command, build(out)).status).toBe(0)
    expect(filesUnder(out)).toEqual(undisturbed)
  })

  it('leaves no file that a loader reads after SIGKILL, and the same command ends in the same bytes', async () => {
    const out = join(folder, 'killed')
    expect(await interrupt(out, build(out), 'SIGKILL')).toMatchObject({ status: null, killed: 'SIGKILL' })
    const left = [...filesUnder(out).keys()]
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter(path => !isUnfinished(path))).toEqual([])
    expect(runCommand(built.command, build(out)).status).toBe(0)
    expect(filesUnder(out)).toEqual(undisturbed)
  })

  it('leaves the previous dataset unchanged', async () => {
    const out = join(folder, 'before')
    expect(runCommand(built.command, build(out, 250)).status).toBe(0)
    const before = filesUnder(out)
    expect((await interrupt(out, build(out, ROWS, '--force'), 'SIGINT')).status).toBe(130)
    const after = [...filesUnder(out)]
    expect(new Map(after.filter(([path]) => !isUnfinished(path)))).toEqual(before)
    expect(after.length).toBeGreaterThan(before.size)
  })
})
