import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { buildFiles, type BuildFilesOptions, splitFiles, verifyFiles } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAbout } from '../../../../src/io/read/readAbout'
import { told } from '../../../support/told'

const ABOUT = { name: 'proven-sums', license: 'mit', datePublished: '2026-02-03' }
const again = { ...sums, name: 'again' }

describe('what the publisher says about a dataset', () => {
  let out: string
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'genesis-about-'))
  })
  afterEach(() => rmSync(out, { recursive: true, force: true }))

  const textOf = (name: string): string => readFileSync(join(out, name), 'utf8')
  const build = async (level: typeof sums, options: BuildFilesOptions = {}) => buildFiles(level, 42, { out, count: 250, ...options })

  it('is in the card and in its machine-readable form; nothing is said for it', async () => {
    expect(E.isRight(await build(sums, { about: ABOUT }))).toBe(true)
    expect(textOf('README.md')).toContain('proven-sums')
    expect(JSON.parse(textOf('croissant.json'))).toMatchObject({ name: 'proven-sums', datePublished: '2026-02-03' })
    expect(JSON.parse(textOf('croissant.json'))).not.toHaveProperty('creator')
  })

  it('has no date where nobody gives one', async () => {
    await build(sums)
    expect(textOf('croissant.json')).not.toContain('datePublished')
    expect(textOf('README.md')).not.toMatch(/20\d\d-\d\d/)
  })

  it('stays for levels that are built later, until it is said anew', async () => {
    await build(sums, { about: ABOUT })
    await build(again)
    expect(textOf('README.md')).toContain('proven-sums')
    expect(textOf('README.md')).toContain('config_name: "again"')
    await build(again, { about: { name: 'other' } })
    expect(textOf('README.md')).not.toContain('proven-sums')
    expect(JSON.parse(textOf('croissant.json'))).not.toHaveProperty('datePublished')
  })

  it('may be said of a dataset that is there, which is not drawn again', async () => {
    await build(sums)
    const before = textOf('validated/sums/train.jsonl')
    let drawn = 0
    const oracle = (inputs: readonly string[]) => {
      drawn += inputs.length
      return sums.oracle(inputs)
    }
    const counting = { ...sums, oracle }
    expect(E.isRight(await build(counting, { about: ABOUT }))).toBe(true)
    expect(textOf('README.md')).toContain('proven-sums')
    expect(textOf('validated/sums/train.jsonl')).toBe(before)
    // Some rows are looked at: the level may have been edited.
    expect(drawn).toBeLessThan(250)
  })

  it('may be said at the last step alone', async () => {
    await build(sums)
    const input = join(out, 'validated/sums')
    await verifyFiles(sums, { input: join(out, 'raw/sums'), output: input })
    expect(E.isRight(await splitFiles(sums, { input, about: ABOUT }))).toBe(true)
    expect(textOf('README.md')).toContain('proven-sums')
  })

  it.each<[string, unknown, string]>([
    ['a day that is none', { datePublished: '2026-13-01' }, 'datePublished "2026-13-01"'],
    ['the 30th of February', { datePublished: '2026-02-30' }, 'datePublished "2026-02-30"'],
    ['a number for a text', { name: 7 }, 'name, which is 7'],
    ['something that has no place', { name: 'sums', title: 'sums' }, 'a field "title"'],
    ['several of these', { title: 'sums', name: 7 }, 'a field "title"; name, which is 7'],
    ['a text', 'sums', '"sums"'],
    ['an array', [], 'an empty array'],
    ['null', null, 'null'],
  ])('is refused where it is %s', async (_, about, received) => {
    const built = await build(sums, { about: about as never })
    expect(E.isLeft(built) && told(built.left)).toMatchObject([{ _tag: 'InvalidOption', path: 'options.about' }])
    writeFileSync(join(out, 'about.json'), JSON.stringify(about))
    const read = readAbout(join(out, 'about.json'))
    expect(E.isLeft(read) && told(read.left)).toMatchObject([{ _tag: 'CannotRead', received }])
  })

  it('is refused where its file is no JSON, with what keeps it from being read', () => {
    writeFileSync(join(out, 'about.json'), '{"name": sums}')
    const read = readAbout(join(out, 'about.json'))
    expect(E.isLeft(read) && told(read.left)).toMatchObject([{ _tag: 'CannotRead', received: expect.stringContaining('Unexpected token') }])
  })

  it('is told where its file was damaged, and nothing is written over it', async () => {
    await build(sums, { about: ABOUT })
    writeFileSync(join(out, '.about.json'), '{"name":')
    const built = await build(again)
    expect(E.isLeft(built) && told(built.left)).toMatchObject([{ _tag: 'CannotRead', path: join(out, '.about.json') }])
    expect(textOf('.about.json')).toBe('{"name":')
  })

  it('is read from a file of JSON', () => {
    writeFileSync(join(out, 'about.json'), JSON.stringify(ABOUT))
    expect(readAbout(join(out, 'about.json'))).toEqual(E.right(ABOUT))
    expect(readAbout(undefined)).toEqual(E.right(undefined))
    expect(E.isLeft(readAbout(join(out, 'nothing.json')))).toBe(true)
  })
})
