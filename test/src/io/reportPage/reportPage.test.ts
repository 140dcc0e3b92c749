import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { either as E } from 'fp-ts'
import type { Problem } from 'genesis-datasets'
import { buildFiles, reportFiles, reportPage, type PageResult } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectProblems } from '../../../support/expectProblems'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { expectRight } from '../support/stepCalls'

const at = temporaryFolder()

describe('reportPage', () => {
  let input: string
  let data: Readonly<Record<string, string>>
  beforeAll(async () => {
    expectRight(await buildFiles(sums, 7, { out: at('data'), count: 300 }))
    input = at('data/validated/sums')
    data = bytesUnder(at('data'))
  })

  const write = async (options: object = {}): Promise<PageResult> => expectRight(await reportPage(sums, { input, ...options }))
  const refused = async (options: object = {}): Promise<readonly Problem[]> => {
    const page = await reportPage(sums, { input, ...options })
    return E.isLeft(page) ? expectProblems(page.left) : expect.unreachable('a page was written')
  }

  it('writes one file beside the data folders, returns its path and size, and changes nothing else', async () => {
    const page = await write()
    expect(page).toMatchObject({ path: at('data/reports/sums.html'), rows: 300, report: expectRight(await reportFiles(sums, { input })) })
    const { 'reports/sums.html': text, ...others } = bytesUnder(at('data'))
    expect(others).toEqual(data)
    expect(readFileSync(page.path).length).toBe(page.bytes)
    expect(text).toMatch(/^<!doctype html>/)
  })

  it('shows the same rate of rejected wrong labels as the dataset card', async () => {
    const { path } = await write()
    const [, page] = /verified: (\d+ of \d+) were rejected/.exec(readFileSync(path, 'utf8')) ?? []
    const [, card] = /\| Wrong labels rejected +\| (\d+ of \d+), from 300 rows/.exec(readFileSync(at('data/README.md'), 'utf8')) ?? []
    expect(page).toMatch(/^[1-9]/)
    expect(card).toBe(page)
  })

  it('overwrites its own earlier page with the same bytes', async () => {
    const { path } = await write()
    const before = readFileSync(path, 'utf8')
    writeFileSync(path, before.replace('<body>', '<body>edited'))
    await write()
    expect(readFileSync(path, 'utf8')).toBe(before)
  })

  it('writes to the given path and creates the folder', async () => {
    const html = at('elsewhere/below/page.html')
    expect((await write({ html })).path).toBe(html)
    expect(Object.keys(bytesUnder(at('elsewhere')))).toEqual(['below/page.html'])
  })

  it('writes below the input if the splits are in no dataset folder', async () => {
    const alone = at('alone')
    mkdirSync(alone)
    for (const name of ['train', 'val', 'test', 'adversarial'])
      writeFileSync(join(alone, `${name}.jsonl`), readFileSync(join(input, `${name}.jsonl`)))
    expect((await write({ input: alone })).path).toBe(join(alone, 'reports/sums.html'))
  })

  it('keeps a foreign file, unless it is forced', async () => {
    const html = at('foreign.html')
    writeFileSync(html, '<!doctype html><title>mine</title>')
    expect(await refused({ html })).toMatchObject([{ _tag: 'AlreadyExists', path: html }])
    expect(readFileSync(html, 'utf8')).toContain('mine')
    await write({ html, force: true })
    expect(readFileSync(html, 'utf8')).not.toContain('mine')
  })

  it('writes neither into the data nor over a folder', async () => {
    for (const html of [join(input, 'page.html'), `${resolve(input)}/../sums/page.html`])
      expect(await refused({ html, force: true })).toMatchObject([{ _tag: 'InvalidOption', path: 'options.html' }])
    expect(await refused({ html: at('data') })).toMatchObject([{ _tag: 'CannotWrite', path: at('data') }])
    expect(await refused({ html: at('data'), force: true })).toMatchObject([{ _tag: 'CannotWrite', path: at('data') }])
  })

  it.each<[string, object, string]>([
    ['no input', { input: undefined }, 'options.input'],
    ['an input that is no path', { input: 7 }, 'options.input'],
    ['an unknown option', { hmtl: 'x' }, 'options.hmtl'],
    ['an empty path', { html: '' }, 'options.html'],
  ])('rejects %s', async (_name, options, path) => {
    expect(await refused(options)).toMatchObject([{ _tag: 'InvalidOption', path }])
  })

  it('reports errors in the rows as reportFiles does, and writes nothing', async () => {
    const damaged = at('damaged/validated/sums')
    mkdirSync(damaged, { recursive: true })
    writeFileSync(join(damaged, 'train.jsonl'), '{"id":\n')
    expect(await refused({ input: damaged })).toMatchObject([{ _tag: 'InvalidLine' }])
    expect(Object.keys(bytesUnder(at('damaged')))).toEqual(['validated/sums/train.jsonl'])
  })

  it('stops between two rows if it is interrupted, and keeps the earlier page', async () => {
    const { path } = await write()
    const before = readFileSync(path, 'utf8')
    expect(await refused({ signal: AbortSignal.abort() })).toMatchObject([{ _tag: 'Interrupted' }])
    expect(readFileSync(path, 'utf8')).toBe(before)
    expect(Object.keys(bytesUnder(dirname(path)))).toEqual(['sums.html'])
  })

  it('reports its progress', async () => {
    const steps = new Set<string>()
    const many = at('many')
    expectRight(await buildFiles(sums, 7, { out: many, count: 12_000 }))
    const page = await write({ input: join(many, 'validated/sums'), onProgress: ({ step }: { step: string }) => steps.add(step) })
    expect([...steps]).toEqual(['report', 'page'])
    expect(page.rows).toBeLessThanOrEqual(10_000)
    expect(page.rows).toBeGreaterThan(9_990)
    expect(readFileSync(page.path, 'utf8')).toMatch(/An even sample of (10,000|9,99\d) of 12,000 rows/)
    rmSync(many, { recursive: true })
  })
})
