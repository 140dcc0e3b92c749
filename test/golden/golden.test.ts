import * as levels from 'genesis-datasets/levels'
import { loadNative } from '../../laws/x86/processor/native/nativeProcessor'
import { beforeAll, describe, expect, it } from 'vitest'
import { GOLDEN_SEEDS, type Golden, computeGolden, readGolden } from './support/digests'

/** Every level of the registry: its name in rows, the version of its digests, and the number of rows per seed. */
const LEVELS: Readonly<Record<keyof typeof levels, { readonly level: string; readonly version: string; readonly count: number }>> = {
  chainSum: { level: 'chain_sum', version: '1.0.0', count: 100 },
  baseConversion: { level: 'base_conversion', version: '1.0.0', count: 100 },
  propositionalLogic: { level: 'propositional_logic', version: '1.0.0', count: 100 },
  knightsKnaves: { level: 'knights_knaves', version: '1.0.0', count: 100 },
  miniSudoku: { level: 'mini_sudoku', version: '1.0.0', count: 100 },
  sums: { level: 'sums', version: '2.0.0', count: 200 },
  level0: { level: 'level0', version: '3.0.0', count: 100 },
  level1: { level: 'level1', version: '2.0.0', count: 100 },
}

// The rows of level 1 are confirmed by such a processor and name it.
const NAMES = (Object.keys(LEVELS) as (keyof typeof levels)[]).filter(name => name !== 'level1' || loadNative() !== undefined)

it('every built-in level has golden digests', () => {
  expect(Object.keys(LEVELS).sort()).toEqual(Object.keys(levels).sort())
})

describe.each(NAMES)('the level %s', name => {
  const { level, version, count } = LEVELS[name]
  let current: Golden
  beforeAll(async () => {
    current = computeGolden<never, never>((await levels[name]()) as never, count)
  }, 60_000)

  it.each(GOLDEN_SEEDS)('has unchanged rows, to the byte (seed %s)', seed => {
    expect(current.digests[seed]).toBe(readGolden(current).digests[seed])
  })

  it('has digests for its current version and stamp, for exactly the golden seeds', () => {
    const { digests, ...about } = readGolden(current)
    expect(about).toEqual({ level, version, stamp: current.stamp, count })
    expect(Object.keys(digests).sort()).toEqual([...GOLDEN_SEEDS].sort())
    expect(new Set(Object.values(digests)).size).toBe(GOLDEN_SEEDS.length)
  })
})
