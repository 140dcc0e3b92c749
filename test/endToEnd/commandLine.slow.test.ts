import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../support/packageInCache'
import { type Ending, filesUnder, runCommand } from '../support/runCommand'

const guide = readFileSync(new URL('../../docs/guides/commandLine.md', import.meta.url), 'utf8')
const tutorial = readFileSync(new URL('../../docs/tutorial.md', import.meta.url), 'utf8')

/** Returns the commands of the guide in order, without the program's name. */
const commands = (): readonly (readonly string[])[] =>
  [...guide.matchAll(/^npx genesis-datasets (.+)$/gm)].map(([, words = '']) => words.split(' ').map(word => word.replace(/^'(.*)'$/, '$1')))

/** Returns the level that the text says to save. */
const doubles = (): string => /Save this as `doubles\.ts`[\s\S]*?^```ts\n([\s\S]*?)^```$/m.exec(tutorial)?.[1] ?? ''

describe('docs/guides/commandLine.md, followed in an empty folder', () => {
  let built: BuiltPackage
  const folder = mkdtempSync(join(tmpdir(), 'genesis-workflow-'))
  const endings = new Map<string, Ending>()

  beforeAll(() => {
    built = buildPackageInCache()
    mkdirSync(join(folder, 'node_modules'))
    symlinkSync(built.folder, join(folder, 'node_modules/genesis-datasets'))
    writeFileSync(join(folder, 'doubles.ts'), doubles())
    for (const words of commands()) {
      if (words[0] === 'grade') writeFileSync(join(folder, 'predictions.jsonl'), predictions())
      endings.set(words.join(' '), runCommand(built.command, words, { cwd: folder }))
    }
  }, 240_000)
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8')
  /** Returns the right output for every row of `test`, and nothing for the others. */
  const predictions = (): string =>
    textOf('datasets/validated/sums/test.jsonl')
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line) as { id: string; expected_output: string })
      .map(({ id, expected_output }) => `${JSON.stringify({ id, output: expected_output })}\n`)
      .join('')
  const ending = (start: string): Ending | undefined => [...endings].find(([words]) => words.startsWith(start))?.[1]

  it('covers every command', () => {
    const shown = new Set(commands().map(([name]) => name))
    expect([...shown].sort()).toEqual(
      ['build', 'check', 'export', 'generate', 'grade', 'merge', 'report', 'reproduce', 'sample', 'split', 'verify'].sort(),
    )
  })

  it('ends with status 0 for each command', () => {
    expect([...endings].filter(([, { status }]) => status !== 0)).toEqual([])
  })

  it('writes the dataset that the specification describes, with every row proven', () => {
    const rows = ['train', 'val', 'test', 'adversarial'].flatMap(split =>
      textOf(`datasets/validated/level0/${split}.jsonl`).trimEnd().split('\n'),
    )
    expect(rows).toHaveLength(1_000)
    expect(rows.every(row => (JSON.parse(row) as { verified: boolean }).verified)).toBe(true)
    const raw = textOf('datasets/raw/level0/samples.jsonl').trimEnd().split('\n')
    expect(raw).toHaveLength(1_000)
    expect(raw.some(row => (JSON.parse(row) as { verified: boolean }).verified)).toBe(false)
  })

  it('lists all levels on the card, and writes exports beside the data', () => {
    expect(textOf('datasets/README.md')).toMatch(/config_name: "level0"[\s\S]*config_name: "sums"/)
    expect(textOf('exports/messages/level0/train.jsonl').split('\n')[0]).toContain('"messages":')
  })

  it('prints what the guide describes: a report, samples, a replayed draw, scores', () => {
    expect(ending('report')?.stdout.match(/^ {4}holds {10}dataset\.\w+: /gm)).toHaveLength(6)
    expect(ending('sample')?.stdout.match(/^level0_\d{6}, valid\.decode\.easy|^level0_\d{6}, \w+\.decode\.\w+\.easy/gm)).toHaveLength(2)
    expect(ending('check')?.stdout).toContain('doubles: all laws held')
    expect(ending('reproduce')?.stdout).toContain('holds          oracle.agrees')
    expect(ending('grade')?.stdout).toMatch(/^accuracy/m)
  })

  it('leaves no unfinished files', () => {
    expect([...filesUnder(folder).keys()].filter(path => /unfinished|\.genesis/.test(path))).toEqual([])
  })
})
