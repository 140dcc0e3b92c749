import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { either as E } from 'fp-ts'
import { sums } from '../../../../examples/levels/sums'
import { describe, expect, it } from 'vitest'
import type { Disk } from '../../../../src/io/disk/disk'
import { drawJob } from '../../../../src/io/buildFiles/drawJob'
import { drawStepsOnThisThread } from '../../../../src/io/buildFiles/drawSteps'
import { splitJob } from '../../../../src/io/splitFiles/splitJob'
import { splitSteps } from '../../../../src/io/splitFiles/splitSteps'
import type { SplitShares } from '../../../../src/model/manifest'
import { fileError } from '../../../../src/model/problem'
import { runSteps, type Steps } from '../../../../src/io/steps'
import { verifyJob } from '../../../../src/io/verifyFiles/verifyJob'
import { verifySteps } from '../../../../src/io/verifyFiles/verifySteps'
import { expectProblems } from '../../../support/expectProblems'
import { temporaryFolder } from '../../../support/temporaryFolder'
import { bytesUnder } from '../support/bytesUnder'
import { countedSums } from '../support/countedSums'
import { editedSums } from '../support/editedSums'
import { flipBit } from '../support/damage'
import { quickDisk } from '../support/faultyDisk'
import { expectRight } from '../support/stepCalls'

const at = temporaryFolder()
const COUNT = 500
/** Number of rows of a previous run that are drawn again to validate the others: these and their twins. */
const REDRAWN_ROWS = 2 * 73

type Level = typeof sums
interface Asked {
  readonly seed?: number
  readonly count?: number
  readonly level?: Level
}

const build = (root: string, { seed = 42, count = COUNT, level = sums }: Asked = {}): Steps<unknown> =>
  drawStepsOnThisThread(expectRight(drawJob(level, seed, { out: root, count, checkpointEvery: 50 }, true, quickDisk)))

const generate = (root: string, { seed = 42, count = COUNT, level = sums }: Asked = {}): Steps<unknown> =>
  drawStepsOnThisThread(expectRight(drawJob(level, seed, { out: root, count, checkpointEvery: 50 }, false, quickDisk)))

function verify(root: string, { level = sums }: Asked = {}): Steps<unknown> {
  const [input, output] = [join(root, 'raw/sums'), join(root, 'validated/sums')]
  return verifySteps(expectRight(verifyJob(level, { input, output, checkpointEvery: 50 }, quickDisk)))
}

interface SplitAsked extends Asked {
  readonly shares?: SplitShares
  readonly disk?: Disk
}

function split(root: string, { level = sums, shares, disk = quickDisk }: SplitAsked = {}): Steps<unknown> {
  const options = { input: join(root, 'validated/sums'), checkpointEvery: 50, ...(shares !== undefined && { shares }) }
  return splitSteps(expectRight(splitJob(level, options, disk)))
}

/** Runs until `rows` rows are done, then ends the run like an interruption. */
function interruptedAt(steps: Steps<unknown>, rows: number): void {
  for (let next = steps.next(); next.done !== true && next.value.done < rows; next = steps.next());
  steps.return(E.left(fileError([])))
}

/** Runs until `rows` rows are done, then copies the files as a kill would leave them, with the killed run's lock. */
function killedAt(steps: Steps<unknown>, rows: number, root: string): void {
  for (let next = steps.next(); next.done !== true && next.value.done < rows; next = steps.next());
  const copy = `${root}-killed`
  cpSync(root, copy, { recursive: true })
  writeFileSync(join(copy, '.genesis/lock'), '')
}

/** Runs to the end; returns how many texts were asked after the last row, for example for wrong labels. */
function askedAtTheEnd(steps: Steps<unknown>, asked: () => number): number {
  for (;;) {
    const before = asked()
    const next = steps.next()
    if (next.done !== true) continue
    expectRight(next.value)
    return asked() - before
  }
}

type Roots = (...names: readonly string[]) => Promise<readonly string[]>

/** Makes folders with the results of the preceding steps. */
const rootsFor =
  (name: string, before: readonly ((root: string) => Steps<unknown>)[]): Roots =>
  async (...names) => {
    const made = names.map(one => at(`${name}-${one}`))
    for (const root of made) for (const steps of before) expectRight(await runSteps(steps(root), {}))
    return made
  }

const STEPS = [
  ['build', build, rootsFor('build', [])],
  ['generate', generate, rootsFor('generate', [])],
  ['verify', verify, rootsFor('verify', [generate])],
] as const
const ALL_STEPS = [...STEPS, ['split', split, rootsFor('split', [generate, verify])]] as const

describe.each(STEPS)('%s, interrupted or killed', (name, stepsOf, roots) => {
  it('resumes after an interruption, and repeats no work that is on the disk', async () => {
    const [whole, resumed] = (await roots('whole', 'resumed')) as [string, string]
    const all = countedSums()
    const ending = askedAtTheEnd(stepsOf(whole, { level: all.level }), all.asked)
    const first = countedSums()
    interruptedAt(stepsOf(resumed, { level: first.level }), 400)
    expect(existsSync(join(resumed, '.genesis/checkpoint.json'))).toBe(true)
    // The next run ends while it validates existing rows.
    interruptedAt(stepsOf(resumed), 100)
    // Remains of earlier runs are removed as well.
    for (const stray of ['.genesis/.checkpoint.json.unfinished', '.README.md.unfinished']) writeFileSync(join(resumed, stray), '{')
    const second = countedSums()
    expectRight(await runSteps(stepsOf(resumed, { level: second.level }), {}))
    expect(bytesUnder(resumed)).toEqual(bytesUnder(whole))
    const ofRows = all.asked() - ending
    expect(first.asked()).toBeGreaterThan(0.6 * ofRows)
    expect(second.asked() - ending).toBeLessThan(0.4 * ofRows + REDRAWN_ROWS)
  })

  it('resumes from the last checkpoint after a kill, even if more was written', async () => {
    const [whole, killed] = (await roots('whole-2', 'kill')) as [string, string]
    const all = countedSums()
    const ending = askedAtTheEnd(stepsOf(whole, { level: all.level }), all.asked)
    killedAt(stepsOf(killed), 400, killed)
    const second = countedSums()
    expectRight(await runSteps(stepsOf(`${killed}-killed`, { level: second.level }), {}))
    expect(bytesUnder(`${killed}-killed`)).toEqual(bytesUnder(whole))
    expect(second.asked() - ending).toBeLessThan(0.5 * (all.asked() - ending) + REDRAWN_ROWS)
  })

  it('starts from the beginning if the figures of the checkpoint are wrong, which no file could show', async () => {
    const [whole, resumed] = (await roots('whole-5', 'figures')) as [string, string]
    expectRight(await runSteps(stepsOf(whole), {}))
    interruptedAt(stepsOf(resumed), 300)
    const path = join(resumed, '.genesis/checkpoint.json')
    const text = readFileSync(path, 'utf8')
    const pattern = name === 'verify' ? /"verified": \d/ : /"discards": \{\s+"[^"]+": \d/
    expect(text).toMatch(pattern)
    writeFileSync(
      path,
      text.replace(pattern, figure => figure.slice(0, -1) + (Number(figure.slice(-1)) ^ 1)),
    )
    expectRight(await runSteps(stepsOf(resumed), {}))
    expect(bytesUnder(resumed)).toEqual(bytesUnder(whole))
  })

  it('starts from the beginning if the level was edited without a new version', async () => {
    const [fresh, resumed] = (await roots('fresh', 'edited')) as [string, string]
    const level = name === 'verify' ? { ...sums, verifiedBy: ['digit by digit 1.0.1'] } : editedSums
    expectRight(await runSteps(stepsOf(fresh, { level }), {}))
    interruptedAt(stepsOf(resumed), 400)
    expectRight(await runSteps(stepsOf(resumed, { level }), {}))
    expect(bytesUnder(resumed)).toEqual(bytesUnder(fresh))
  })
})

describe.each(ALL_STEPS)('%s, interrupted repeatedly or damaged', (_name, stepsOf, roots) => {
  it('writes the same bytes after any number of interruptions', async () => {
    const [whole, resumed] = (await roots('whole-3', 'often')) as [string, string]
    expectRight(await runSteps(stepsOf(whole), {}))
    for (const rows of [1, 130, 135, 300, 490]) interruptedAt(stepsOf(resumed), rows)
    expectRight(await runSteps(stepsOf(resumed), {}))
    expect(bytesUnder(resumed)).toEqual(bytesUnder(whole))
  })

  it('starts from the beginning if a bit of the checkpoint or of an unfinished file was flipped', async () => {
    const [whole, resumed] = (await roots('whole-4', 'flipped')) as [string, string]
    expectRight(await runSteps(stepsOf(whole), {}))
    interruptedAt(stepsOf(resumed), 300)
    const unfinished = Object.keys(bytesUnder(resumed)).filter(path => path.endsWith('.unfinished') && bytesUnder(resumed)[path] !== '')
    expect(unfinished.length).toBeGreaterThan(0)
    for (const [index, path] of [...unfinished, '.genesis/checkpoint.json'].entries()) {
      const copy = `${resumed}-${index}`
      cpSync(resumed, copy, { recursive: true })
      flipBit(join(copy, path), 0.3)
      expectRight(await runSteps(stepsOf(copy), {}))
      expect(bytesUnder(copy), path).toEqual(bytesUnder(whole))
    }
  })
})

/** Returns a disk that counts the bytes written to files of splits. */
function countingDisk(): { readonly disk: Disk; readonly written: () => number } {
  let bytes = 0
  const names = new Map<number, string>()
  const open = (path: string, fresh: boolean): number => {
    const descriptor = quickDisk.open(path, fresh)
    names.set(descriptor, path)
    return descriptor
  }
  const write: Disk['write'] = (descriptor, content, position) => {
    if (names.get(descriptor)?.endsWith('.jsonl.unfinished') === true) bytes += content.length
    return quickDisk.write(descriptor, content, position)
  }
  return { disk: { ...quickDisk, open, write }, written: () => bytes }
}

describe('split', () => {
  const roots = rootsFor('split', [generate, verify])
  const SHARES: readonly SplitAsked[] = [{}, { shares: { train: 0.6, val: 0.2, test: 0.2 } }]

  it.each(SHARES)('resumes after an interruption or a kill, and repeats no write: %j', async asked => {
    const [whole, resumed, killed] = (await roots('whole', 'resumed', 'kill')) as [string, string, string]
    const all = countingDisk()
    expectRight(await runSteps(split(whole, { ...asked, disk: all.disk }), {}))
    interruptedAt(split(resumed, asked), 400)
    interruptedAt(split(resumed, asked), 100)
    killedAt(split(killed, asked), 400, killed)
    for (const root of [resumed, `${killed}-killed`]) {
      const rest = countingDisk()
      expectRight(await runSteps(split(root, { ...asked, disk: rest.disk }), {}))
      expect(bytesUnder(root)).toEqual(bytesUnder(whole))
      expect(rest.written()).toBeGreaterThan(0)
      expect(rest.written()).toBeLessThan(0.4 * all.written())
    }
    for (const root of [whole, resumed, killed, `${killed}-killed`]) rmSync(root, { recursive: true })
  })

  it('starts from the beginning if the level was edited so that rows would change their split', async () => {
    const [fresh, resumed] = (await roots('fresh', 'edited')) as [string, string]
    const shares = { train: 0.6, val: 0.2, test: 0.2 }
    const asked = { shares, level: { ...sums, canonicalForm: ({ terms }: { terms: readonly unknown[] }) => `${terms.length}` } }
    expectRight(await runSteps(split(fresh, asked), {}))
    interruptedAt(split(resumed, { shares }), 400)
    expectRight(await runSteps(split(resumed, asked), {}))
    expect(bytesUnder(resumed)).toEqual(bytesUnder(fresh))
  })
})

describe('a different call', () => {
  it.each<[string, Asked]>([
    ['of another seed', { seed: 43 }],
    ['of another count', { count: 490 }],
    ['of another version', { level: { ...sums, version: '1.0.1' } }],
  ])('reuses nothing of an interrupted one: %s', async (name, asked) => {
    const [fresh, root] = [at(`fresh ${name}`), at(name)]
    const all = countedSums()
    const counted = countedSums()
    const ofLevel = (level: Level): Level => ({ ...level, version: asked.level?.version ?? level.version })
    expectRight(await runSteps(build(fresh, { ...asked, level: ofLevel(all.level) }), {}))
    interruptedAt(build(root), 400)
    expectRight(await runSteps(build(root, { ...asked, level: ofLevel(counted.level) }), {}))
    expect(bytesUnder(root)).toEqual(bytesUnder(fresh))
    expect(counted.asked()).toBe(all.asked())
  })
})

describe('an abort signal', () => {
  it('ends the run with an error, and leaves a checkpoint for the same call', async () => {
    const [whole, root] = [at('signal-whole'), at('signal')]
    expectRight(await runSteps(build(whole, { count: 6_000 }), {}))
    const controller = new AbortController()
    const stopped = await runSteps(build(root, { count: 6_000 }), { signal: controller.signal, onProgress: () => controller.abort() })
    expect(E.isLeft(stopped) && expectProblems(stopped.left)).toMatchObject([{ _tag: 'Interrupted', path: 'generate' }])
    expect(existsSync(join(root, '.genesis/checkpoint.json'))).toBe(true)
    expect(existsSync(join(root, '.genesis/lock'))).toBe(false)
    expectRight(await runSteps(build(root, { count: 6_000 }), {}))
    expect(bytesUnder(root)).toEqual(bytesUnder(whole))
  })
})

describe('an abort signal given before the call', () => {
  it('ends the run at its first step, even a short one', async () => {
    const stopped = await runSteps(generate(at('signal-before'), { count: 10 }), { signal: AbortSignal.abort() })
    expect(E.isLeft(stopped) && expectProblems(stopped.left)).toMatchObject([{ _tag: 'Interrupted', path: 'generate' }])
    expect(Object.keys(bytesUnder(at('signal-before'))).filter(path => !path.includes('/.'))).toEqual(['.genesis/checkpoint.json'])
  })
})
