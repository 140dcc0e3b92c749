import type { Result, Run } from '../processor'

/** Function that executes runs together. Returns one result per run, or undefined if the process did not end well. */
export type RunTogether = (runs: readonly Run[]) => readonly Result[] | undefined

/** Executes all runs together. If that fails, executes them in halves, recursively. A run that fails alone has the ending `Lost`. */
export function withRecovery(runTogether: RunTogether, runs: readonly Run[]): readonly Result[] {
  const results = runTogether(runs)
  if (results !== undefined) return results
  if (runs.length <= 1) return runs.map(lostResult)
  const half = runs.length >> 1
  return [...withRecovery(runTogether, runs.slice(0, half)), ...withRecovery(runTogether, runs.slice(half))]
}

/** Returns the result of a lost run: only its initial state is known. */
const lostResult = ({ ip, registers, flags, memory }: Run): Result => ({
  ending: { _tag: 'Lost' },
  steps: [],
  last: { registers, flags, next: BigInt(ip) },
  memory,
  strayed: false,
})
