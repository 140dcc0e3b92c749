import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { either as E } from 'fp-ts'
import { sums } from '../../../../examples/levels/sums'
import {
  buildFiles,
  type GenerateFilesOptions,
  exportFiles,
  type FileResult,
  generateFiles,
  splitFiles,
  verifyFiles,
} from 'genesis-datasets/files'
import { describe, expect, it } from 'vitest'
import { smallSums } from '../../../support/smallSums'
import { expectProblems } from '../../../support/expectProblems'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { countedSums } from '../support/countedSums'
import { editedSums } from '../support/editedSums'
import { expectRight } from '../support/stepCalls'

const at = temporaryFolder()
const COUNT = 60
type Call = (level: typeof sums, seed: number, options: GenerateFilesOptions) => FileResult<object>
const SAMPLES = 'raw/sums/samples.jsonl'
const TRAIN = 'validated/sums/train.jsonl'

/** Expects that a call changes nothing and returns the reason. */
async function expectKept(root: string, call: FileResult<unknown>, path: string, received: string | RegExp): Promise<void> {
  const before = bytesUnder(root)
  const result = await call
  const problems = E.isLeft(result) ? expectProblems(result.left) : []
  expect(problems.map(({ _tag }) => _tag)).toEqual(problems.map(() => 'AlreadyExists'))
  expect(problems.map(problem => [problem.path, problem.received])).toContainEqual([join(root, path), expect.stringMatching(received)])
  expect(bytesUnder(root)).toEqual(before)
}

/** Writes the files of a build, or of generateFiles only, with seed 42. */
async function made(name: string, splits = true): Promise<string> {
  const out = at(name)
  const call: Call = splits ? buildFiles : generateFiles
  expectRight(await call(sums, 42, { out, count: COUNT }))
  return out
}

describe.each<[string, boolean, Call, string]>([
  ['generate', false, generateFiles, SAMPLES],
  ['build', true, buildFiles, TRAIN],
])('%s, over existing files', (name, splits, call, path) => {
  it.each([
    ['of another seed', 43, COUNT, '2.0.0', /^a dataset with seed 42 instead of 43$/],
    ['of another count', 42, COUNT + 1, '2.0.0', /^a dataset with count 60 instead of 61$/],
    ['of another seed and count', 43, COUNT + 1, '2.0.0', /^a dataset with seed 42 instead of 43, count 60 instead of 61$/],
    ['of another version', 42, COUNT, '2.0.1', /^a dataset with version 2\.0\.0 instead of 2\.0\.1$/],
  ])('keeps files %s, and replaces them if forced', async (what, seed, count, version, received) => {
    const root = await made(`${name} ${what}`, splits)
    const level = { ...sums, version }
    await expectKept(root, call(level, seed, { out: root, count }), path, received)
    expectRight(await call(level, seed, { out: root, count, force: true }))
    const fresh = at(`${name} ${what} fresh`)
    expectRight(await call(level, seed, { out: fresh, count }))
    expect(bytesUnder(root)).toEqual(bytesUnder(fresh))
  })

  it('keeps data without a manifest', async () => {
    const root = at(`${name} foreign`)
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), 'my own data\n')
    await expectKept(root, call(sums, 42, { out: root, count: COUNT }), path, 'data without a manifest')
  })

  it.each(['', '{}', '[]', '{"manifest":2}'])('keeps data with an invalid manifest: %s', async text => {
    const root = await made(`${name} damaged ${text}`, splits)
    writeFileSync(join(root, dirname(path), '.manifest.json'), text)
    const before = bytesUnder(root)
    const result = await call(sums, 42, { out: root, count: COUNT })
    expect(E.isLeft(result) && expectProblems(result.left).map(({ path }) => path)).toEqual([join(root, dirname(path), '.manifest.json')])
    expect(bytesUnder(root)).toEqual(before)
  })

  it('keeps an edited file, and writes it again if forced', async () => {
    const root = await made(`${name} edited`, splits)
    const before = bytesUnder(root)
    appendFileSync(join(root, path), '\n')
    await expectKept(root, call(sums, 42, { out: root, count: COUNT }), path, 'a modified file')
    expectRight(await call(sums, 42, { out: root, count: COUNT, force: true }))
    expect(bytesUnder(root)).toEqual(before)
  })

  it('writes a missing file again', async () => {
    const root = await made(`${name} gone`, splits)
    const before = bytesUnder(root)
    rmSync(join(root, path))
    expectRight(await call(sums, 42, { out: root, count: COUNT }))
    expect(bytesUnder(root)).toEqual(before)
  })

  it('draws only a few rows, as a check, if the same call is repeated', async () => {
    const root = at(`${name} again`)
    const first = countedSums()
    const report = expectRight(await call(first.level, 42, { out: root, count: 500 }))
    const before = bytesUnder(root)
    const second = countedSums()
    expect(expectRight(await call(second.level, 42, { out: root, count: 500 }))).toEqual(report)
    expect(second.asked()).toBeLessThan(0.35 * first.asked())
    expect(bytesUnder(root)).toEqual(before)
  })

  it('keeps rows that the level no longer draws under the same version', async () => {
    const root = await made(`${name} stale`, splits)
    const result = await call(editedSums, 42, { out: root, count: COUNT })
    expect(E.isLeft(result) && expectProblems(result.left)).toMatchObject([
      { _tag: 'AlreadyExists', received: 'rows that it no longer draws', hint: expect.stringContaining('new version') },
    ])
  })
})

describe('a call, over existing splits or proven rows', () => {
  const verified = (root: string): string => join(root, 'validated/sums')
  const shares = { train: 0.6, val: 0.2, test: 0.2 }

  it('keeps splits of other shares, unless splitFiles is forced', async () => {
    const root = await made('shares')
    expectRight(await verifyFiles(sums, { input: join(root, 'raw/sums'), output: verified(root) }))
    await expectKept(root, splitFiles(sums, { input: verified(root), shares }), TRAIN, 'split 0.8 to 0.1 to 0.1')
    expectRight(await splitFiles(sums, { input: verified(root), shares, force: true }))
    expect(readFileSync(join(verified(root), '.manifest.json'), 'utf8')).toContain('"train": 0.6')
    await expectKept(root, buildFiles(sums, 42, { out: root, count: COUNT }), TRAIN, 'split 0.6 to 0.2 to 0.2')
  })

  it('keeps splits of another dataset (verifyFiles)', async () => {
    const root = await made('verified-beside')
    const other = at('verified-beside-other')
    expectRight(await generateFiles(sums, 43, { out: other, count: COUNT }))
    const call = verifyFiles(sums, { input: join(other, 'raw/sums'), output: verified(root) })
    await expectKept(root, call, TRAIN, 'seed 42')
  })

  it('keeps proven rows of another dataset, unless verifyFiles is forced', async () => {
    const root = await made('proven', false)
    expectRight(await verifyFiles(sums, { input: join(root, 'raw/sums'), output: verified(root) }))
    const other = at('proven-other')
    expectRight(await generateFiles(sums, 43, { out: other, count: COUNT }))
    const again = { input: join(other, 'raw/sums'), output: verified(root) }
    await expectKept(root, verifyFiles(sums, again), 'validated/sums/.verified.jsonl', 'seed 42')
    expectRight(await verifyFiles(sums, { ...again, force: true }))
    expect(readFileSync(join(verified(root), '.verified.json'), 'utf8')).toContain('"seed": "43"')
  })
})

describe('exportFiles, over existing files', () => {
  it('keeps exports of other rows or another format, edited exports and foreign data', async () => {
    const [root, other] = [await made('export'), at('export-other')]
    expectRight(await buildFiles(sums, 43, { out: other, count: COUNT }))
    const output = join(root, 'exports')
    const call = (from: string, format: 'messages' | 'verifiers', force = false) =>
      exportFiles({ input: join(from, 'validated/sums'), output, format, force })
    mkdirSync(output)
    writeFileSync(join(output, 'val.jsonl'), 'mine')
    await expectKept(root, call(root, 'messages'), 'exports/val.jsonl', 'files without a valid export manifest')
    expectRight(await call(root, 'messages', true))
    const before = bytesUnder(root)
    expectRight(await call(root, 'messages'))
    expect(bytesUnder(root)).toEqual(before)
    await expectKept(root, call(root, 'verifiers'), 'exports/adversarial.jsonl', 'messages of other rows')
    await expectKept(root, call(other, 'messages'), 'exports/adversarial.jsonl', 'messages of other rows')
    appendFileSync(join(output, 'test.jsonl'), ' ')
    await expectKept(root, call(root, 'messages'), 'exports/test.jsonl', 'a modified file')
  })
})

describe('the dataset card', () => {
  it('never replaces a foreign README.md, not even if forced', async () => {
    const root = at('foreign-card')
    mkdirSync(root)
    writeFileSync(join(root, 'README.md'), '# My own words\n')
    for (const force of [false, true]) {
      await expectKept(root, buildFiles(sums, 42, { out: root, count: COUNT, force }), 'README.md', 'another text')
    }
    expectRight(await generateFiles(sums, 42, { out: root, count: COUNT }))
    expectRight(await verifyFiles(sums, { input: join(root, 'raw/sums'), output: join(root, 'validated/sums') }))
    for (const force of [false, true]) {
      await expectKept(root, splitFiles(sums, { input: join(root, 'validated/sums'), force }), 'README.md', 'another text')
    }
  })

  it('lists every level, independent of the order of the builds', async () => {
    const [one, other] = [at('levels'), at('levels-other')]
    const calls = [
      (out: string) => buildFiles(sums, 42, { out, count: COUNT }),
      (out: string) => buildFiles(smallSums, 1, { out, count: COUNT }),
    ]
    for (const call of calls) expectRight(await call(one))
    const card = readFileSync(join(one, 'README.md'), 'utf8')
    for (const level of ['sums', 'small_sums']) {
      expect(card).toContain(`config_name: ${JSON.stringify(level)}`)
      expect(card).toContain(`validated/${level}/train.jsonl`)
      expect(readFileSync(join(one, 'croissant.json'), 'utf8')).toContain(`validated/${level}/train.jsonl`)
      expect(existsSync(join(one, `validated/${level}/.manifest.json`))).toBe(true)
    }
    for (const call of calls.toReversed()) expectRight(await call(other))
    expect(Object.keys(bytesUnder(other))).toEqual(Object.keys(bytesUnder(one)))
    // Building the first level again changes no file.
    const before = bytesUnder(one)
    for (const call of calls) expectRight(await call(one))
    expect(bytesUnder(one)).toEqual(before)
    expect(readFileSync(join(other, 'README.md'), 'utf8').split('\n').sort()).toEqual(card.split('\n').sort())
  })
})

describe('the folder of generated rows', () => {
  it('accepts no proven rows, not even if forced', async () => {
    const root = await made('among generated', false)
    const [input, before] = [join(root, 'raw/sums'), bytesUnder(root)]
    for (const force of [false, true]) {
      const verified = await verifyFiles(sums, { input, output: input, force })
      expect(E.isLeft(verified) && expectProblems(verified.left)).toMatchObject([{ _tag: 'InvalidOption', path: 'options.output' }])
      expect(bytesUnder(root)).toEqual(before)
    }
  })
})

describe('a foreign manifest without data', () => {
  it('is replaced only if forced', async () => {
    const root = at('foreign manifest')
    mkdirSync(join(root, 'raw/sums'), { recursive: true })
    writeFileSync(join(root, 'raw/sums/.manifest.json'), '{"my":1}')
    const kept = await generateFiles(sums, 42, { out: root, count: COUNT })
    expect(E.isLeft(kept) && expectProblems(kept.left)).toMatchObject([{ _tag: 'CannotRead', path: join(root, 'raw/sums/.manifest.json') }])
    expect(bytesUnder(root)).toEqual({ 'raw/sums/.manifest.json': '{"my":1}' })
    expectRight(await generateFiles(sums, 42, { out: root, count: COUNT, force: true }))
  })
})
