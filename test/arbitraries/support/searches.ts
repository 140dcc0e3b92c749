import type { PlantedFault, Reached, Search } from './plantedFaults/fault'

const done = new Map<Search, Map<number, Reached>>()

/** Returns the result of a search, computed once per seed for all tests. */
export function runSearch(search: Search, seed: number): Reached {
  const bySeed = done.get(search) ?? new Map<number, Reached>()
  done.set(search, bySeed)
  const reached = bySeed.get(seed) ?? search({ seed })
  bySeed.set(seed, reached)
  return reached
}

/** True if a search ended at the expected minimum. */
export const isMinimum = ({ minimum }: PlantedFault, { found, text }: Reached): boolean => found && text === minimum
