import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { buildFiles, type BuildFilesOptions, splitFiles, verifyFiles } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCardMetadata } from '../../../../src/io/read/readCardMetadata'
import { expectProblems } from '../../../support/expectProblems'

const CARD_METADATA = { name: 'proven-sums', license: 'mit', datePublished: '2026-02-03' }
const again = { ...sums, name: 'again' }

describe('the card metadata of a dataset', () => {
  let out: string
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'genesis-about-'))
  })
  afterEach(() => rmSync(out, { recursive: true, force: true }))

  const textOf = (name: string): string => readFileSync(join(out, name), 'utf8')
  const build = async (level: typeof sums, options: BuildFilesOptions = {}) => buildFiles(level, 42, { out, count: 250, ...options })

  it('appears in the card and in croissant.json, without additions', async () => {
    expect(E.isRight(await build(sums, { cardMetadata: CARD_METADATA }))).toBe(true)
    expect(textOf('README.md')).toContain('proven-sums')
    expect(JSON.parse(textOf('croissant.json'))).toMatchObject({ name: 'proven-sums', datePublished: '2026-02-03' })
    expect(JSON.parse(textOf('croissant.json'))).not.toHaveProperty('creator')
  })

  it('contains no date by default', async () => {
    await build(sums)
    expect(textOf('croissant.json')).not.toContain('datePublished')
    expect(textOf('README.md')).not.toMatch(/20\d\d-\d\d/)
  })

  it('persists when further levels are built, until it is given again', async () => {
    await build(sums, { cardMetadata: CARD_METADATA })
    await build(again)
    expect(textOf('README.md')).toContain('proven-sums')
    expect(textOf('README.md')).toContain('config_name: "again"')
    await build(again, { cardMetadata: { name: 'other' } })
    expect(textOf('README.md')).not.toContain('proven-sums')
    expect(JSON.parse(textOf('croissant.json'))).not.toHaveProperty('datePublished')
  })

  it('can be changed for an existing dataset, which is not drawn again', async () => {
    await build(sums)
    const before = textOf('validated/sums/train.jsonl')
    let drawn = 0
    const oracle = (inputs: readonly string[]) => {
      drawn += inputs.length
      return sums.oracle(inputs)
    }
    const counting = { ...sums, oracle }
    expect(E.isRight(await build(counting, { cardMetadata: CARD_METADATA }))).toBe(true)
    expect(textOf('README.md')).toContain('proven-sums')
    expect(textOf('validated/sums/train.jsonl')).toBe(before)
    // Some rows are checked, since the level may have been edited.
    expect(drawn).toBeLessThan(250)
  })

  it('can be given at the last step only', async () => {
    await build(sums)
    const input = join(out, 'validated/sums')
    await verifyFiles(sums, { input: join(out, 'raw/sums'), output: input })
    expect(E.isRight(await splitFiles(sums, { input, cardMetadata: CARD_METADATA }))).toBe(true)
    expect(textOf('README.md')).toContain('proven-sums')
  })

  it.each<[string, unknown, string]>([
    ['an invalid day', { datePublished: '2026-13-01' }, 'datePublished "2026-13-01"'],
    ['the 30th of February', { datePublished: '2026-02-30' }, 'datePublished "2026-02-30"'],
    ['a number instead of a text', { name: 7 }, 'name, which is 7'],
    ['an unknown field', { name: 'sums', title: 'sums' }, 'a field "title"'],
    ['several of these', { title: 'sums', name: 7 }, 'a field "title"; name, which is 7'],
    ['a text', 'sums', '"sums"'],
    ['an array', [], 'an empty array'],
    ['null', null, 'null'],
  ])('is rejected if it is %s', async (_, about, received) => {
    const built = await build(sums, { cardMetadata: about as never })
    expect(E.isLeft(built) && expectProblems(built.left)).toMatchObject([{ _tag: 'InvalidOption', path: 'options.cardMetadata' }])
    writeFileSync(join(out, 'card-metadata.json'), JSON.stringify(about))
    const read = readCardMetadata(join(out, 'card-metadata.json'))
    expect(E.isLeft(read) && expectProblems(read.left)).toMatchObject([{ _tag: 'CannotRead', received }])
  })

  it('is rejected with the parse error if its file is not JSON', () => {
    writeFileSync(join(out, 'card-metadata.json'), '{"name": sums}')
    const read = readCardMetadata(join(out, 'card-metadata.json'))
    expect(E.isLeft(read) && expectProblems(read.left)).toMatchObject([
      { _tag: 'CannotRead', received: expect.stringContaining('Unexpected token') },
    ])
  })

  it('is reported as damaged, and not overwritten, if its stored file is damaged', async () => {
    await build(sums, { cardMetadata: CARD_METADATA })
    writeFileSync(join(out, '.card-metadata.json'), '{"name":')
    const built = await build(again)
    expect(E.isLeft(built) && expectProblems(built.left)).toMatchObject([{ _tag: 'CannotRead', path: join(out, '.card-metadata.json') }])
    expect(textOf('.card-metadata.json')).toBe('{"name":')
  })

  it('is read from a JSON file', () => {
    writeFileSync(join(out, 'card-metadata.json'), JSON.stringify(CARD_METADATA))
    expect(readCardMetadata(join(out, 'card-metadata.json'))).toEqual(E.right(CARD_METADATA))
    expect(readCardMetadata(undefined)).toEqual(E.right(undefined))
    expect(E.isLeft(readCardMetadata(join(out, 'nothing.json')))).toBe(true)
  })
})
