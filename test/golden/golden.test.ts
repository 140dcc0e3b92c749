import type { LevelSpec } from 'genesis-datasets'
import { baseConversion, chainSum, knightsKnaves, level0, level1, miniSudoku, propositionalLogic, sums } from 'genesis-datasets/levels'
import { loadNative } from '../../laws/x86/processor/native/nativeProcessor'
import { beforeAll, describe, expect, it } from 'vitest'
import { GOLDEN_SEEDS, type Golden, goldenOf, recordedGolden } from './digests'

const reasoning = <Q, A>(spec: LevelSpec<Q, A>) => ({
  level: spec.name,
  version: '1.0.0',
  count: 100,
  current: async () => goldenOf(spec, 100),
})

describe.each([
  reasoning(chainSum),
  reasoning(baseConversion),
  reasoning(propositionalLogic),
  reasoning(knightsKnaves),
  reasoning(miniSudoku),
  { level: 'sums', version: '2.0.0', count: 200, current: async () => goldenOf(sums, 200) },
  { level: 'level0', version: '3.0.0', count: 100, current: async () => goldenOf(await level0(), 100) },
  // Its rows are confirmed by a processor of this kind, and name it.
  ...(loadNative() === undefined
    ? []
    : [{ level: 'level1', version: '2.0.0', count: 100, current: async () => goldenOf(await level1(), 100) }]),
])('the level $level', ({ level, version, count, current: compute }) => {
  let current: Golden
  beforeAll(async () => {
    current = await compute()
  }, 60_000)

  it.each(GOLDEN_SEEDS)('has the rows that it always had, to the byte (seed %s)', seed => {
    expect(current.digests[seed]).toBe(recordedGolden(current).digests[seed])
  })

  it('has them for this version and stamp, for these seeds and no others', () => {
    const { digests, ...about } = recordedGolden(current)
    expect(about).toEqual({ level, version, stamp: current.stamp, count })
    expect(Object.keys(digests).sort()).toEqual([...GOLDEN_SEEDS].sort())
    expect(new Set(Object.values(digests)).size).toBe(GOLDEN_SEEDS.length)
  })
})
