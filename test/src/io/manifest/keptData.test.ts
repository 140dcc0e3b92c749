import { either as E } from 'fp-ts'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDataset } from 'genesis-datasets'
import { buildFiles, exportFiles, splitFiles, verifyFiles } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { expectProblems } from '../../../support/expectProblems'

describe('existing data', () => {
  let out: string
  beforeEach(() => {
    out = mkdtempSync(join(tmpdir(), 'genesis-kept-'))
  })
  afterEach(() => rmSync(out, { recursive: true, force: true }))

  /** Writes the rows of a seed without the manifest that would state the seed. */
  const foreign = (seed: number): string => {
    const path = join(out, `rows${seed}.jsonl`)
    const built = buildDataset(sums, seed, { count: 250 })
    writeFileSync(path, E.isRight(built) ? built.right.samples.map(sample => `${JSON.stringify(sample)}\n`).join('') : '')
    return path
  }
  const output = (): string => join(out, 'validated/sums')
  const problemOf = (result: E.Either<Parameters<typeof expectProblems>[0], unknown>) =>
    E.isLeft(result) ? expectProblems(result.left)[0] : undefined

  it('is kept by verifyFiles if it consists of proven rows of other files without a seed, unless forced', async () => {
    const first = await verifyFiles(sums, { input: foreign(1), output: output() })
    expect(E.isRight(first) && first.right.manifest.seed).toBe(null)
    const before = readFileSync(join(output(), '.verified.jsonl'))
    expect(problemOf(await verifyFiles(sums, { input: foreign(2), output: output() }))).toMatchObject({ _tag: 'AlreadyExists' })
    expect(readFileSync(join(output(), '.verified.jsonl'))).toEqual(before)
    // The same rows are the same dataset.
    expect(problemOf(await verifyFiles(sums, { input: foreign(1), output: output() }))).toBe(undefined)
    expect(problemOf(await verifyFiles(sums, { input: foreign(2), output: output(), force: true }))).toBe(undefined)
    expect(readFileSync(join(output(), '.verified.jsonl'))).not.toEqual(before)
  })

  it('is kept by verifyFiles if it consists of splits of such rows', async () => {
    await verifyFiles(sums, { input: foreign(1), output: output() })
    expect(problemOf(await splitFiles(sums, { input: output() }))).toBe(undefined)
    expect(problemOf(await verifyFiles(sums, { input: foreign(2), output: output() }))).toMatchObject({ _tag: 'AlreadyExists' })
  })

  it('is kept by splitFiles if another seed split it', async () => {
    await verifyFiles(sums, { input: foreign(1), output: output() })
    await splitFiles(sums, { input: output(), seed: 7 })
    const before = readFileSync(join(output(), 'train.jsonl'))
    expect(problemOf(await splitFiles(sums, { input: output(), seed: 8 }))).toMatchObject({ _tag: 'AlreadyExists' })
    expect(problemOf(await splitFiles(sums, { input: output(), seed: 7 }))).toBe(undefined)
    expect(readFileSync(join(output(), 'train.jsonl'))).toEqual(before)
  })

  it('is kept even if forced if it is a foreign croissant.json', async () => {
    const text = '{ "@type": "sc:Dataset", "name": "breakfast" }'
    writeFileSync(join(out, 'croissant.json'), text)
    const built = await buildFiles(sums, 42, { out, count: 250, force: true })
    expect(problemOf(built)).toMatchObject({ _tag: 'AlreadyExists', path: join(out, 'croissant.json') })
    expect(readFileSync(join(out, 'croissant.json'), 'utf8')).toBe(text)
  })

  it('is kept even if forced if an export would be written into its own dataset', async () => {
    await buildFiles(sums, 42, { out, count: 250 })
    const before = readFileSync(join(output(), 'train.jsonl'))
    for (const input of [output(), foreign(3)]) {
      const exported = await exportFiles({ input, output: output(), format: 'messages', force: true })
      expect(problemOf(exported)).toMatchObject({ _tag: 'InvalidOption', path: 'options.output' })
    }
    expect(problemOf(await exportFiles({ input: foreign(3), output: out, format: 'messages', force: true }))).toMatchObject({
      _tag: 'InvalidOption',
    })
    expect(readFileSync(join(output(), 'train.jsonl'))).toEqual(before)
  })
})
