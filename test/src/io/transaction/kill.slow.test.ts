import { dirname } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltPackage, buildPackageInCache } from '../../../support/packageInCache'
import { isUnfinished } from './support/afterKill'
import { mapWithLimit } from './support/mapWithLimit'
import { type Scenario, scenariosOf } from './support/scenarios'
import { Trials } from './support/trial'

const COUNT = 250
const CHECKPOINT_EVERY = 100

const NO_HARM = { failure: undefined, torn: [], strays: [], leftOver: [], other: [] }

/** The most critical calls of a run. */
const MOMENTS: readonly RegExp[] = [
  // Rows are written, but no checkpoint counts them.
  /^writeSync .*\.jsonl\.unfinished|^writeSync .*\.parquet\.unfinished/,
  // Everything is written, but not committed.
  /^renameSync .*\.commit\.json\.unfinished/,
  // Some of the files are renamed.
  /^renameSync .*\/\.\.?\w+\.json\.unfinished/,
  // All files are renamed, and the commit record still exists.
  /^rmSync .*\/commit\.json/,
]

describe('a killed run', () => {
  let built: BuiltPackage
  let trials: Trials

  beforeAll(() => {
    built = buildPackageInCache()
    trials = new Trials(dirname(built.command))
  }, 60_000)
  afterAll(() => {
    trials?.dispose()
  })

  const all = scenariosOf(COUNT, CHECKPOINT_EVERY)
  const scenarioOf = (wanted: string): Scenario => all.find(({ name }) => name === wanted) as Scenario
  const scenarios = all.filter(({ name }) => !/^export (?!--force)|by other shares|generate --force/.test(name))

  it.each(scenarios.map(scenario => [scenario.name, scenario] as const))(
    'leaves old and new files whole, and resumes to the bytes of an undisturbed run: %s',
    async (_name, scenario) => {
      const prepared = await trials.prepare(scenario)
      const points = MOMENTS.map(moment => 1 + prepared.calls.findLastIndex(call => moment.test(call)))
      expect(Math.min(...points), 'each moment is one of the run').toBeGreaterThan(0)
      const killed = await mapWithLimit(points, 2, point => trials.kill(prepared, [point]))
      expect(killed.map(({ kills }) => kills)).toEqual(points.map(() => 1))
      for (const { kills: _, ...harm } of killed) expect(harm).toEqual(NO_HARM)
    },
  )

  it('resumes to the same bytes if the resumed runs are killed', async () => {
    const prepared = await trials.prepare(scenarioOf('build'))
    const checkpoints = prepared.calls.flatMap((call, index) =>
      /^renameSync .*\.checkpoint\.json\.unfinished/.test(call) ? [index + 1] : [],
    )
    const [first = 0, second = 0] = checkpoints
    // The first run ends before its second checkpoint; each further run resumes from the previous one.
    const { kills, ...harm } = await trials.kill(prepared, [second, second, first])
    expect({ checkpoints: checkpoints.length, kills }).toEqual({ checkpoints: 2, kills: 3 })
    expect(harm).toEqual(NO_HARM)
  })

  it('leaves files that another run in the same folder removes', async () => {
    const build = await trials.prepare(scenarioOf('build'))
    const point = 1 + build.calls.findLastIndex(call => /^writeSync .*train\.jsonl\.unfinished/.test(call))
    const left = await trials.killThen(build, point, scenarioOf('generate').step)
    expect([...left.keys()].filter(isUnfinished)).toEqual([])
  })
})
