import type { EffectsInput } from '../effectsInput'
import { momentAfter, type Outcome } from '../runs/outcome'

/** Evaluates the statements of the input: true in all runs, false in all runs, or unknown. */
export function truthOf({ flag, given }: EffectsInput, outcomes: readonly Outcome[]): 'true' | 'false' | 'unknown' {
  if (outcomes.length === 0) return 'true'
  const holdsInRuns = new Set<boolean | undefined>()
  for (const outcome of outcomes) {
    if (flag !== undefined) {
      const moment = momentAfter(outcome, flag.index)
      holdsInRuns.add(moment === undefined ? undefined : ((moment.flags & flag.bit) !== 0) === flag.isSet)
    }
  }
  const flagTruth = flag === undefined ? 'true' : consensus(holdsInRuns)
  if (flagTruth !== 'true' || given === undefined) return flagTruth
  return consensus(
    new Set(
      outcomes.map(outcome => {
        const moment = momentAfter(outcome, given.index)
        return moment === undefined ? undefined : moment.registers[given.register] === given.value
      }),
    ),
  )
}

function consensus(values: ReadonlySet<boolean | undefined>): 'true' | 'false' | 'unknown' {
  const [only] = values
  return values.size !== 1 || only === undefined ? 'unknown' : only ? 'true' : 'false'
}
