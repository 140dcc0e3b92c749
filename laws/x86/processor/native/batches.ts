import type { Run } from '../processor'

/** Maximum number of runs and of steps in a batch. Such a batch needs some megabytes and a few seconds. */
const MAX_RUNS = 32_768
const MAX_BUDGET = 3_000_000

/** Groups runs into batches, one process each. The order stays the same. */
export function batches(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = []
  let room = 0
  for (const run of runs) {
    const last = groups.at(-1)
    room -= run.budget
    if (last !== undefined && room >= 0 && last.length < MAX_RUNS) last.push(run)
    else {
      groups.push([run])
      room = MAX_BUDGET - run.budget
    }
  }
  return groups
}
