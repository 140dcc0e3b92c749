import { describe, expect, it } from 'vitest'
import { CHOSEN_FAULTS, PLANTED_FAULTS } from './support/plantedFaults'
import type { PlantedFault, Search } from './support/plantedFaults/fault'
import { isMinimum, runSearch } from './support/searches'

const SEED = 1
/** Minimum number of faults, of a hundred, that must shrink to their minimum. */
const MIN_IN_HUNDRED = 99

const ALL = Object.values(PLANTED_FAULTS).flat()
const CHOSEN = Object.values(CHOSEN_FAULTS).flat()

/** Returns how many of a hundred faults reach their minimum, and what the others reach. */
function shareOf<F extends PlantedFault>(faults: readonly F[], searchOf: (fault: F) => Search): readonly [share: number, missed: string] {
  const all = faults.map(fault => ({ fault, reached: runSearch(searchOf(fault), SEED) }))
  const missed = all.filter(({ fault, reached }) => !isMinimum(fault, reached))
  const rows = missed.map(({ fault, reached }) => `${fault.name}\n  reached:  ${reached.text}\n  expected: ${fault.minimum}`)
  return [(100 * (all.length - missed.length)) / all.length, [`missed ${missed.length} of ${all.length}`, ...rows].join('\n')]
}

describe('shrinking of planted faults', () => {
  it('covers at least a hundred distinct faults', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(100)
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length)
  })

  it.each(Object.entries(PLANTED_FAULTS))('finds each fault and terminates within the budget: %s', (_, faults) => {
    const found = faults.map(({ name, search }) => ({ name, reached: runSearch(search, SEED) }))
    expect(found.filter(({ reached }) => !reached.found).map(({ name }) => name)).toEqual([])
    expect(found.filter(({ reached }) => !reached.minimal).map(({ name }) => name)).toEqual([])
  })

  it(`reaches the known minimum of at least ${MIN_IN_HUNDRED} in 100`, () => {
    const [share, missed] = shareOf(ALL, ({ search }) => search)
    expect(share, missed).toBeGreaterThanOrEqual(MIN_IN_HUNDRED)
  })

  it('reaches as many minima if the lengths of lists are chosen before their items', () => {
    const [share, missed] = shareOf(CHOSEN, ({ searches }) => searches.counted)
    expect(share, missed).toBeGreaterThanOrEqual(MIN_IN_HUNDRED)
  })
})
