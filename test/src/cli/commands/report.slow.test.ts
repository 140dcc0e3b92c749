import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../../../support/packageInCache'
import { type Ending, filesUnder, runCommand } from '../../../support/runCommand'

const PAGE = 'datasets/reports/sums.html'
const BUILD = 'build --level sums --count 250 --seed 7'

describe('the page of a report', () => {
  let built: BuiltPackage
  let folder: string
  const run = (words: string): Ending => runCommand(built.command, words.split(' '), { cwd: folder })
  const textOf = (path: string): string | undefined => filesUnder(folder).get(path)

  beforeAll(() => {
    built = buildPackageInCache()
    folder = mkdtempSync(join(tmpdir(), 'genesis-page-'))
    expect(run(`${BUILD} --no-html`)).toMatchObject({ status: 0, stderr: expect.not.stringContaining('page:') })
    expect(textOf(PAGE)).toBeUndefined()
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is written with its charts at the end of a build, which prints its path', () => {
    expect(run(BUILD)).toMatchObject({
      status: 0,
      stdout: '',
      stderr: expect.stringMatching(/^ {2}page: datasets\/reports\/sums\.html \(/m),
    })
    expect(textOf(PAGE)).toMatch(/<figure[\s\S]*<svg/)
  })

  it('is the same from report --html at any path; the report goes to stdout, the path to stderr', () => {
    const before = textOf(PAGE)
    const ending = run('report --input datasets/validated/sums --html')
    expect(ending).toMatchObject({ status: 0, stdout: run('report --level sums').stdout })
    expect(ending.stderr).toMatch(/^ {2}page: datasets\/reports\/sums\.html \(0\.\d MB, 250 rows to browse\)\n$/)
    expect(run('report --level sums --html there.html').status).toBe(0)
    expect([textOf(PAGE), textOf('there.html')]).toEqual([before, before])
  })

  it('does not change the JSON of either command', () => {
    const report = run('report --level sums --json').stdout
    expect(run('report --level sums --html --json')).toMatchObject({ status: 0, stdout: report })
    expect(run(`${BUILD} --json`)).toMatchObject({ status: 0, stdout: report })
  })

  it('never replaces another file: the dataset is still built, and the command says so', () => {
    mkdirSync(join(folder, 'taken/reports'), { recursive: true })
    writeFileSync(join(folder, 'taken/reports/sums.html'), 'mine')
    const ending = run(`${BUILD} --out taken --json`)
    expect(ending.status).toBe(2)
    expect(ending.stderr).toMatch(/^Already exists: taken\/reports\/sums\.html: .*\nThe dataset is complete, but its page was not written/m)
    expect(JSON.parse(ending.stdout)).toMatchObject({ level: 'sums', count: 250 })
    expect(textOf('taken/validated/sums/train.jsonl')).toBe(textOf('datasets/validated/sums/train.jsonl'))
    expect(textOf('taken/reports/sums.html')).toBe('mine')
    expect(run('report --input taken/validated/sums --html').status).toBe(2)
    expect(run('report --input taken/validated/sums --html --force').status).toBe(0)
    expect(textOf('taken/reports/sums.html')).toBe(textOf(PAGE))
  })

  it.each([
    ['report --level sums --html datasets/validated/sums/page.html', 2, 'Invalid --html: expected a file outside of the folder'],
    ['report --level sums --html there.html/below.html', 3, 'Cannot write there.html/below.html'],
  ])('fails for %s with %i', (words, status, message) => {
    expect(run(words)).toMatchObject({ status, stdout: '', stderr: expect.stringContaining(message) })
  })
})
