import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from './packageInCache'
import { filesUnder, runCommand } from './runCommand'

describe('a build that is interrupted', () => {
  let built: BuiltPackage
  const folder = mkdtempSync(join(tmpdir(), 'genesis-interrupted-'))

  beforeAll(() => {
    built = buildPackageInCache()
  })
  afterAll(() => {
    built?.remove()
    rmSync(folder, { recursive: true, force: true })
  })

  const build = (count: number, out: string): string[] => [
    'build',
    '--level',
    'sums',
    '--count',
    String(count),
    '--seed',
    '11',
    '--out',
    out,
  ]

  /** Sends a signal once rows are being written; gives the exit status, the signal it died of, and what it said. */
  async function interrupt(out: string, signal: NodeJS.Signals): Promise<{ status: number | null; killed: string | null; stderr: string }> {
    const child: ChildProcess = spawn(process.execPath, [built.command, ...build(1_000_000, out)], { stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr?.on('data', (text: Buffer) => {
      stderr += text.toString()
    })
    const ended = new Promise<[number | null, string | null]>(resolve => child.on('close', (status, killed) => resolve([status, killed])))
    while (![...filesUnder(out)].some(([path, text]) => path.endsWith('.unfinished') && text !== '')) await setTimeout(20)
    child.kill(signal)
    const [status, killed] = await ended
    return { status, killed, stderr }
  }

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s ends with %i, says the seed, and leaves no file', async (signal, status) => {
    const out = join(folder, signal)
    expect(await interrupt(out, signal)).toEqual({ status, killed: null, stderr: 'Interrupted: nothing was written.\nseed 11\n' })
    expect([...filesUnder(out).keys()]).toEqual([])
  })

  it('leaves the dataset before it as it was', async () => {
    const out = join(folder, 'before')
    runCommand(built.command, build(250, out))
    const before = filesUnder(out)
    await interrupt(out, 'SIGINT')
    expect(filesUnder(out)).toEqual(before)
  })

  it('by SIGKILL leaves no file that a loader reads, and the next build removes what it left', async () => {
    const out = join(folder, 'killed')
    expect((await interrupt(out, 'SIGKILL')).killed).toBe('SIGKILL')
    const left = [...filesUnder(out).keys()]
    expect(left.length).toBeGreaterThan(0)
    expect(left.every(path => /\/\.[^/]+\.unfinished$/.test(path))).toBe(true)
    expect(runCommand(built.command, build(250, out)).status).toBe(0)
    expect([...filesUnder(out).keys()].filter(path => path.includes('unfinished'))).toEqual([])
  })
})
