import { spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Sample } from 'genesis-datasets'
import { sums } from '../../../../examples/levels/sums'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildOrFail } from '../../../support/buildOrFail'
import { type BuiltPackage, buildPackageInCache } from '../../../support/packageInCache'
import { type Ending, filesUnder, runCommand } from '../../../support/runCommand'

const ESCAPE = '\u001b'

describe('the commands that write no files', () => {
  let built: BuiltPackage
  const folder = mkdtempSync(join(tmpdir(), 'genesis-sample-'))
  const run = (words: string, env: Readonly<Record<string, string>> = {}): Ending =>
    runCommand(built.command, words.split(' '), { cwd: folder, env })

  beforeAll(() => {
    built = buildPackageInCache()
  })
  afterAll(() => {
    expect([...filesUnder(folder).keys()]).toEqual([])
    rmSync(folder, { recursive: true, force: true })
  })

  describe('sample', () => {
    it('prints the first matching rows on stdout and the seed on stderr', () => {
      const traps = buildOrFail(sums, 7, { count: 300 }).samples.filter(({ metadata }) => metadata.adversarial_type === 'malformed')
      const { status, stdout, stderr } = run('sample --level sums --count 300 --seed 7 -n 2 --type malformed')
      expect({ status, stderr }).toEqual({ status: 0, stderr: 'seed 7\n' })
      expect(stdout.match(/^sums_\d+/gm)).toEqual(traps.slice(0, 2).map(({ id }) => id))
      expect(stdout.match(/^ {4}→ error: malformed input$/gm)).toHaveLength(2)
    })

    it('prints JSON lines, and reports if there are fewer rows than requested', () => {
      const edges = buildOrFail(sums, 42, { count: 30 }).samples.filter(({ category }) => category === 'edge_case')
      const { status, stdout, stderr } = run('sample --level sums --count 30 -n 99 --category edge_case --json')
      expect(status).toBe(0)
      const rows = stdout.trimEnd().split('\n')
      expect(rows.map(row => JSON.parse(row) as Sample)).toEqual(edges)
      expect(stderr).toBe(`only ${edges.length} of the 30 rows match, 99 were requested\nseed 42\n`)
    })

    it('rejects an unknown value and suggests the closest name', () => {
      const { status, stdout, stderr } = run('sample --level sums --difficulty esy --topic plane -n 0 --seed x')
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr.match(/^Invalid --[a-z]+|the closest name is .+$/gm)).toEqual([
        'Invalid --topic',
        'the closest name is plain.',
        'Invalid --difficulty',
        'the closest name is easy.',
        'Invalid --number',
        'Invalid --seed',
      ])
    })

    it('rejects a selection that matches no cell', () => {
      const { status, stdout, stderr } = run('sample --level sums --category valid --type malformed')
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).not.toMatch(/^seed /m)
    })
  })

  describe('check', () => {
    it('prints the report of a level whose laws hold', () => {
      const { status, stdout } = run('check --level sums --runs 30 --seed -7 --edge zero')
      expect(status).toBe(0)
      expect(stdout).toMatch(/^sums: all laws held for 30 drafts .*, seed -7$/m)
      expect(JSON.parse(run('check --level sums --runs 30 --law oracle.agrees --json').stdout)).toMatchObject({
        laws: { 'oracle.agrees': 30 },
      })
    })

    it.each([
      'check --level sums --runs 0',
      'check --level sums --runs 99999999999',
      'check --level sums --category valid --type malformed',
      'check --level sums --shortcuts --topic plain',
      'reproduce --level sums --seed 9 --runs 99999999999',
    ])('prints no seed if nothing ran: %s', words => {
      const { status, stdout, stderr } = run(words)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(stderr).toMatch(/^Invalid /)
      expect(stderr).not.toMatch(/^seed /m)
    })

    it('rejects an unknown law and suggests the closest name', () => {
      const { status, stderr } = run('check --level sums --law oracle.agree')
      expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('the closest name is oracle.agrees') })
    })
  })

  describe('reproduce', () => {
    const row = (): Sample => buildOrFail(sums, 42, { count: 30 }).samples[3] ?? expect.unreachable('no row')

    it('replays the draw of a token for the level that the token names', () => {
      const { input, expected_output, metadata } = row()
      const { status, stdout, stderr } = run(`reproduce ${metadata.token}`)
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(stdout).toContain(`  token: ${metadata.token}\n`)
      expect(JSON.parse(run(`reproduce ${metadata.token} --level sums --json`).stdout)).toMatchObject({ row: { input, expected_output } })
    })

    it.each([
      ['a damaged token', (token: string) => token.slice(0, -1), 'Invalid token: '],
      ['a token of another row', (token: string) => `${token.slice(0, -8)}00000000`, 'Invalid token.digest: '],
      ['a level that is not built in', (token: string) => token.replace('sums', 'words'), 'Hint: name its module: --module ./words.ts.'],
      ['a token and a seed', (token: string) => `${token} --law oracle.agrees`, 'Invalid --law: expected nothing'],
    ])('rejects %s', (_name, edit, message) => {
      expect(run(`reproduce ${edit(row().metadata.token)}`)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining(message),
      })
    })

    it('reports that no failure exists under a seed', () => {
      const { status, stdout, stderr } = run('reproduce --level sums --seed 9 --law oracle.agrees --runs 20 --json')
      expect(status).toBe(1)
      expect(stderr).toMatch(
        /^seed 9\nNo counterexample in sums: expected a violation of oracle\.agrees, received none in 20 drafts under seed 9/,
      )
      expect(JSON.parse(stdout)).toMatchObject({ _tag: 'ReproduceError', problems: [{ _tag: 'NoCounterexample', path: 'sums' }] })
    })
  })

  describe('the output of a command', () => {
    const sample = 'sample --level sums --count 2000 -n 1000 --json'.split(' ')

    it('ends silently if its reader closes the pipe', async () => {
      const child = spawn(process.execPath, [built.command, ...sample], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
      let stderr = ''
      child.stderr.on('data', text => {
        stderr += String(text)
      })
      child.stdout.destroy()
      const status = await new Promise(resolve => child.on('close', resolve))
      expect({ status, stderr }).toEqual({ status: 0, stderr: 'seed 42\n' })
    })

    it.skipIf(!existsSync('/dev/full'))('causes an error if it cannot be written', () => {
      const full = openSync('/dev/full', 'w')
      const child = spawnSync(process.execPath, [built.command, ...sample], {
        cwd: folder,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      })
      closeSync(full)
      expect(child).toMatchObject({ status: 3, stderr: expect.stringMatching(/^Cannot write stdout: .*ENOSPC/m) })
    })
  })

  describe('colour', () => {
    it('is absent from piped output unless it is forced', () => {
      expect(run('check --level nope').stderr).not.toContain(ESCAPE)
      expect(run('check --level nope', { FORCE_COLOR: '1' }).stderr).toContain(
        `${ESCAPE}[31m${ESCAPE}[1mInvalid${ESCAPE}[22m${ESCAPE}[39m --level: `,
      )
    })
  })

  describe('the help', () => {
    it('is printed on stdout if it is requested, like the version', () => {
      expect(run('help check')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('$ genesis-datasets check ') })
      expect(run('--version')).toMatchObject({ status: 0, stderr: '', stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
    })

    it.each([
      ['bulid', 'Did you mean build?'],
      ['export --level sums --format mesages', 'the closest name is messages'],
      ['report', 'Invalid --input'],
    ])('is suggested for a mistyped line: %s', (words, message) => {
      expect(run(words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) })
    })

    it('is replaced by the error as data with --json', () => {
      const { status, stdout, stderr } = run('build --cuont 5 --seed 9 --json')
      expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringMatching(/Did you mean --count\?\)\n$/) })
      expect(JSON.parse(stdout)).toMatchObject({ problems: [{ _tag: 'InvalidOption', path: 'genesis-datasets build' }] })
    })
  })
})
