import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { buildFiles, generateFiles, type FileRunOptions, splitFiles, verifyFiles } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentOracleOn } from '../support/silentOracleOn'

type Level = typeof sums

/** Edits that leave every text unchanged. */
const EDITS: readonly (readonly [string, Partial<Level>])[] = [
  ['other tools', { verifiedBy: ['another tool 2'] }],
  ['another measure of difficulty', { measureDifficulty: ({ terms }) => 100 + terms.length }],
  ['other canonical forms', { canonicalForm: ({ terms }) => `sum of ${terms.join(' and ')}` }],
]

/** An edit that leaves every row as it is and adds others: the plan differs. */
const plain = sums.topics.plain as Level['topics'][string]
const REPLANNED: Level = { ...sums, topics: { ...sums.topics, more: { questions: plain.questions, answer: plain.answer } } }

describe('a run that is resumed after an edit of the level without a new version', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'genesis-edited-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** Returns options that stop a call after some rows were written. */
  const stopped = (): FileRunOptions => {
    const stop = new AbortController()
    return { signal: stop.signal, onProgress: () => stop.abort() }
  }
  const read = (path: string): Buffer => readFileSync(join(folder, path))

  it.each(EDITS)('writes the bytes of an undisturbed build: %s', async (_, edit) => {
    const edited: Level = { ...sums, ...edit }
    const [count, out] = [6_000, join(folder, 'stopped')]
    expect(E.isLeft(await buildFiles(sums, 42, { out, count, ...stopped() }))).toBe(true)
    expect(E.isRight(await buildFiles(edited, 42, { out, count }))).toBe(true)
    expect(E.isRight(await buildFiles(edited, 42, { out: join(folder, 'fresh'), count }))).toBe(true)
    expect(read('stopped/validated/sums/train.jsonl').equals(read('fresh/validated/sums/train.jsonl'))).toBe(true)
  })

  it.each(['first', 'last'] as const)('writes the bytes of an undisturbed build if a topic was added: %s', async place => {
    const { more, ...others } = REPLANNED.topics as Level['topics'] & { readonly more: Level['topics'][string] }
    const edited: Level = place === 'last' ? REPLANNED : { ...sums, topics: { more, ...others } }
    const [count, out] = [6_000, join(folder, 'stopped')]
    for (const call of [buildFiles, generateFiles]) {
      rmSync(out, { recursive: true, force: true })
      expect((await call(sums, 42, { out, count, ...stopped() }))._tag).toBe('Left')
      for (const into of [out, join(folder, 'fresh')]) expect((await call(edited, 42, { out: into, count }))._tag).toBe('Right')
      expect(read('stopped/raw/sums/samples.jsonl').equals(read('fresh/raw/sums/samples.jsonl'))).toBe(true)
    }
  })

  it('does not reuse finished rows if a topic was added; splitFiles then assigns them to splits', async () => {
    const [out, output] = [folder, join(folder, 'validated/sums')]
    await generateFiles(sums, 42, { out, count: 250 })
    const again = await generateFiles(REPLANNED, 42, { out, count: 250 })
    expect(E.isLeft(again) && again.left.problems).toMatchObject([{ _tag: 'AlreadyExists' }])
    expect(E.isRight(await verifyFiles(REPLANNED, { input: join(folder, 'raw/sums'), output }))).toBe(true)
    const split = await splitFiles(REPLANNED, { input: output })
    expect(E.isRight(split) && split.right.count).toBe(250)
    expect(E.isRight(split) && split.right.checks.find(({ name }) => name === 'dataset.balanced')).toMatchObject({ outcome: 'violated' })
    expect(E.isRight(split) && split.right.checks.find(({ name }) => name === 'dataset.distinct')).toMatchObject({ outcome: 'holds' })
  })

  it.each(EDITS)('does not reuse a finished build of the unedited level: %s', async (_, edit) => {
    const out = join(folder, 'finished')
    await buildFiles(sums, 42, { out, count: 250 })
    const again = await buildFiles({ ...sums, ...edit }, 42, { out, count: 250 })
    expect(E.isLeft(again) && again.left.problems).toMatchObject([{ _tag: 'AlreadyExists' }])
  })

  it('proves rows again that a faulty oracle rejected', async () => {
    const [out, output] = [folder, join(folder, 'validated/sums')]
    await generateFiles(sums, 42, { out, count: 6_000 })
    const input = join(folder, 'raw/sums')
    const faulty = { ...sums, oracle: silentOracleOn(sums.oracle, /1\n/) }
    expect(E.isLeft(await verifyFiles(faulty, { input, output, ...stopped() }))).toBe(true)
    const verified = await verifyFiles(sums, { input, output })
    expect(E.isRight(verified) && [verified.right.verified, verified.right.rejected]).toEqual([6_000, 0])
  })
})
