import type { Result, Run } from '../processor'

/** Function that executes runs together. Returns one result per run, or undefined if the process did not end well. */
export type Attempt = (runs: readonly Run[]) => readonly Result[] | undefined

/** Executes all runs together. If that fails, executes them in halves, recursively. A run that fails alone has the ending `Lost`. */
export function withRecovery(attempt: Attempt, runs: readonly Run[]): readonly Result[] {
  const results = attempt(runs)
  if (results !== undefined) return results
  if (runs.length <= 1) return runs.map(lost)
  const half = runs.length >> 1
  return [...withRecovery(attempt, runs.slice(0, half)), ...withRecovery(attempt, runs.slice(half))]
}

/** Returns the result of a lost run: only its initial state is known. */
const lost = ({ ip, registers, flags, memory }: Run): Result => ({
  ending: { _tag: 'Lost' },
  steps: [],
  last: { registers, flags, next: BigInt(ip) },
  memory,
  strayed: false,
})
