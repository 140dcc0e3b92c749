import type { Result, Run } from '../processor'

/** One result a run, or undefined: together they did not come to an end. */
export type Attempt = (runs: readonly Run[]) => readonly Result[] | undefined

/** Runs all together; where that fails, in halves, down to the runs that fail alone. */
export function withRecovery(attempt: Attempt, runs: readonly Run[]): readonly Result[] {
  const results = attempt(runs)
  if (results !== undefined) return results
  if (runs.length <= 1) return runs.map(lost)
  const half = runs.length >> 1
  return [...withRecovery(attempt, runs.slice(0, half)), ...withRecovery(attempt, runs.slice(half))]
}

/** Nothing is known of the run but how it began. */
const lost = ({ ip, registers, flags, memory }: Run): Result => ({
  ending: { _tag: 'Lost' },
  steps: [],
  last: { registers, flags, next: BigInt(ip) },
  memory,
  strayed: false,
})
