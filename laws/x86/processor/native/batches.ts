import type { Run } from '../processor'

/** So many runs has a batch, and so many steps at most: what fits into some megabytes and a few seconds. */
const MOST_RUNS = 32_768
const MOST_BUDGET = 3_000_000

/** Runs in groups for one process each. */
export function batches(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = []
  let room = 0
  for (const run of runs) {
    const last = groups.at(-1)
    room -= run.budget
    if (last !== undefined && room >= 0 && last.length < MOST_RUNS) last.push(run)
    else {
      groups.push([run])
      room = MOST_BUDGET - run.budget
    }
  }
  return groups
}
