import { describe, expect, it } from 'vitest'
import { PLANTED_FAULTS } from './support/plantedFaults'
import type { PlantedFault, Reached } from './support/plantedFaults/fault'

const SEED = 1
/** How many of a hundred faults must be shrunk to their minimum. */
const LEAST_IN_HUNDRED = 95

interface Search {
  readonly fault: PlantedFault
  readonly reached: Reached
}

const searches = new Map<string, Search>()

/** Each fault is searched for once, whichever test asks. */
function searchFor(fault: PlantedFault): Search {
  const search = searches.get(fault.name) ?? { fault, reached: fault.search(SEED) }
  searches.set(fault.name, search)
  return search
}

const isReached = ({ fault, reached }: Search): boolean => reached.found && reached.text === fault.minimum
const table = (rows: readonly Search[]): string =>
  rows.map(({ fault, reached }) => `${fault.name}\n  reached:  ${reached.text}\n  expected: ${fault.minimum}`).join('\n')
const namesOf = (rows: readonly Search[]): readonly string[] => rows.map(({ fault }) => fault.name)

const ALL = Object.values(PLANTED_FAULTS).flat()

describe('shrinking of planted faults', () => {
  it('has a table of at least a hundred, all different', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(100)
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length)
  })

  it.each(Object.entries(PLANTED_FAULTS))('finds each and ends within its budget: %s', (_, faults) => {
    const found = faults.map(searchFor)
    expect(namesOf(found.filter(({ reached }) => !reached.found))).toEqual([])
    expect(namesOf(found.filter(({ reached }) => !reached.minimal))).toEqual([])
  })

  it(`reaches the known minimum of at least ${LEAST_IN_HUNDRED} in 100`, () => {
    const all = ALL.map(searchFor)
    const missed = all.filter(search => !isReached(search))
    const share = (100 * (all.length - missed.length)) / all.length
    expect(share, `missed ${missed.length} of ${all.length}\n${table(missed)}`).toBeGreaterThanOrEqual(LEAST_IN_HUNDRED)
  })
})
