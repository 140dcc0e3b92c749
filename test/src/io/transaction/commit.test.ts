import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { exportFiles, reportFiles, splitFiles, verifyFiles } from 'genesis-datasets/files'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import { drawJob } from '../../../../src/io/buildFiles/drawJob'
import { drawStepsOnThisThread } from '../../../../src/io/buildFiles/drawSteps'
import { splitJob } from '../../../../src/io/splitFiles/splitJob'
import { splitSteps } from '../../../../src/io/splitFiles/splitSteps'
import { runSteps, type Steps } from '../../../../src/io/steps'
import { verifyJob } from '../../../../src/io/verifyFiles/verifyJob'
import { verifySteps } from '../../../../src/io/verifyFiles/verifySteps'
import { expectProblems } from '../../../support/expectProblems'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { countedSums } from '../support/countedSums'
import { flipBit } from '../support/damage'
import { quickDisk } from '../support/faultyDisk'
import { expectRight } from '../support/stepCalls'

const at = temporaryFolder()
/** Number of rows that are drawn again to validate the others: these and their twins. */
const REDRAWN_ROWS = 2 * 73

type Asked = { readonly seed?: number; readonly count?: number; readonly level?: typeof sums }

const build = (root: string, { seed = 42, count = 250, level = sums }: Asked = {}): Steps<unknown> =>
  drawStepsOnThisThread(expectRight(drawJob(level, seed, { out: root, count, checkpointEvery: 50 }, true, quickDisk)))

describe('a commit that was interrupted between renames', () => {
  /** Runs a build up to one of its renames, like a kill. */
  async function killedInRename(root: string, nth: number, force = false): Promise<void> {
    let renames = 0
    const disk = {
      ...quickDisk,
      rename: (from: string, to: string) => {
        if (!to.includes('.genesis') && renames++ === nth) throw Object.assign(new Error('EIO: killed'), { code: 'EIO' })
        quickDisk.rename(from, to)
      },
    }
    const job = drawJob(sums, 42, { out: root, count: 250, checkpointEvery: 50, force }, true, disk)
    expect(E.isLeft(await runSteps(drawStepsOnThisThread(expectRight(job)), {}))).toBe(true)
    expect(existsSync(join(root, '.genesis/commit.json'))).toBe(true)
  }

  it.each([0, 1, 5, 8])('is completed by the next call, which draws only a few rows as a check: after %d', async renamed => {
    const [whole, root] = [at(`promised-whole-${renamed}`), at(`promised-${renamed}`)]
    const all = countedSums()
    expectRight(await runSteps(build(whole, { count: 250, level: all.level }), {}))
    await killedInRename(root, renamed)
    const counted = countedSums()
    expectRight(await runSteps(build(root, { count: 250, level: counted.level }), {}))
    expect(bytesUnder(root)).toEqual(bytesUnder(whole))
    expect(counted.asked()).toBeLessThanOrEqual(REDRAWN_ROWS)
    expect(counted.asked()).toBeLessThan(all.asked())
  })

  it('is completed by a next call with any arguments', async () => {
    const [whole, root] = [at('promised-whole-any'), at('promised-any')]
    expectRight(await runSteps(build(whole, { count: 250 }), {}))
    await killedInRename(root, 3)
    const refused = await runSteps(build(root, { count: 250, seed: 43 }), {})
    expect(E.isLeft(refused) && expectProblems(refused.left).map(({ _tag }) => _tag)).toEqual(['AlreadyExists', 'AlreadyExists'])
    expect(bytesUnder(root)).toEqual(bytesUnder(whole))
  })

  it.each(['cut', 'empty', 'flipped'])('is repeated if forced, if the commit record is damaged: %s', async damage => {
    const [whole, root] = [at(`damaged-whole-${damage}`), at(`damaged-${damage}`)]
    expectRight(await runSteps(build(whole, { count: 250 }), {}))
    await killedInRename(root, 3)
    const path = join(root, '.genesis/commit.json')
    if (damage === 'flipped') flipBit(path, 0.01)
    else writeFileSync(path, damage === 'cut' ? '{"files":{' : '')
    const named = readdirSync(join(root, 'validated/sums')).filter(name => !name.startsWith('.'))
    const kept = await runSteps(build(root, { count: 250 }), {})
    expect(E.isLeft(kept) && expectProblems(kept.left).map(({ _tag }) => _tag)).toContain('AlreadyExists')
    expect(readdirSync(join(root, 'validated/sums')).filter(name => !name.startsWith('.'))).toEqual(named)
    const job = drawJob(sums, 42, { out: root, count: 250, force: true }, true, quickDisk)
    expectRight(await runSteps(drawStepsOnThisThread(expectRight(job)), {}))
    expect(bytesUnder(root)).toEqual(bytesUnder(whole))
  })

  it.each([1, 2, 7])('hides its files from readers until it is completed: after %d', async renamed => {
    const root = at(`unread-${renamed}`)
    await killedInRename(root, renamed)
    const [input, splits] = [join(root, 'raw/sums'), join(root, 'validated/sums')]
    const calls = [
      () => verifyFiles(sums, { input, output: at(`unread-${renamed}-proven`) }),
      () => exportFiles({ input: splits, output: at(`unread-${renamed}-exported`), format: 'messages' }),
      () => reportFiles(sums, { input: splits }),
    ]
    for (const call of calls) {
      const result = await call()
      expect(E.isLeft(result) && expectProblems(result.left).map(({ _tag }) => _tag)).toEqual(['CannotRead'])
    }
    expectRight(await runSteps(build(root, { count: 250 }), {}))
    for (const call of calls) expectRight<object>(await call())
  })

  it('is repeated if one of the files was changed in between', async () => {
    const [whole, root] = [at('changed-whole'), at('changed')]
    expectRight(await runSteps(build(whole, { count: 250 }), {}))
    await killedInRename(root, 2)
    flipBit(join(root, 'validated/sums/.val.jsonl.unfinished'))
    expectRight(await runSteps(build(root, { count: 250 }), {}))
    expect(bytesUnder(root)).toEqual(bytesUnder(whole))
  })

  describe('a commit of proven rows', () => {
    /** Runs a forced verify of other rows up to one of its renames; the existing rows differ. */
    async function killedVerify(name: string, nth: number): Promise<string> {
      const root = at(name)
      const output = join(root, 'validated/sums')
      for (const seed of [1, 2]) await runSteps(build(at(`${name}-${seed}`), { seed, count: 100 * seed }), {})
      expectRight(await verifyFiles(sums, { input: at(`${name}-1/validated/sums/train.jsonl`), output }))
      let renames = 0
      const rename = (from: string, to: string): void => {
        if (!to.includes('.genesis') && renames++ === nth) throw Object.assign(new Error('EIO: killed'), { code: 'EIO' })
        quickDisk.rename(from, to)
      }
      const input = at(`${name}-2/validated/sums/train.jsonl`)
      const job = verifyJob(sums, { input, output, force: true }, { ...quickDisk, rename })
      expect(E.isLeft(await runSteps(verifySteps(expectRight(job)), {}))).toBe(true)
      return output
    }

    it.each([0, 1, 2])('blocks splitFiles until it is completed: after %d', async renamed => {
      const input = await killedVerify(`proven-${renamed}`, renamed)
      const before = bytesUnder(input)
      const split = await splitFiles(sums, { input })
      expect(E.isLeft(split) && expectProblems(split.left)).toMatchObject([
        { _tag: 'CannotRead', received: expect.stringContaining('while it renamed them') },
      ])
      expect(bytesUnder(input)).toEqual(before)
    })

    it('is checked again under the lock, since another run may have ended before', async () => {
      const root = at('meanwhile')
      const input = join(root, 'validated/sums')
      for (const seed of [1, 2]) await runSteps(build(at(`meanwhile-${seed}`), { seed, count: 100 * seed }), {})
      const verify = async (seed: number, force: boolean) =>
        expectRight(await verifyFiles(sums, { input: at(`meanwhile-${seed}/validated/sums/train.jsonl`), output: input, force }))
      await verify(1, false)
      const job = expectRight(splitJob(sums, { input }, quickDisk))
      await verify(2, true)
      const split = await runSteps(splitSteps(job), {})
      expect(E.isLeft(split) && expectProblems(split.left)).toMatchObject([
        { _tag: 'CannotRead', expected: 'the proven rows that this run has read' },
      ])
      expectRight(await splitFiles(sums, { input }))
    })
  })
})
