import type { EffectsInput } from '../effectsInput'
import { behind, type Outcome } from '../runs/outcome'

/** Evaluates the statements of the input: true in all runs, false in all runs, or unknown. */
export function truthOf({ flag, given }: EffectsInput, outcomes: readonly Outcome[]): 'true' | 'false' | 'unknown' {
  if (outcomes.length === 0) return 'true'
  const said = new Set<boolean | undefined>()
  for (const outcome of outcomes) {
    if (flag !== undefined) {
      const moment = behind(outcome, flag.index)
      said.add(moment === undefined ? undefined : ((moment.flags & flag.bit) !== 0) === flag.isSet)
    }
  }
  const ofFlag = flag === undefined ? 'true' : agreed(said)
  if (ofFlag !== 'true' || given === undefined) return ofFlag
  return agreed(
    new Set(
      outcomes.map(outcome => {
        const moment = behind(outcome, given.index)
        return moment === undefined ? undefined : moment.registers[given.register] === given.value
      }),
    ),
  )
}

function agreed(said: ReadonlySet<boolean | undefined>): 'true' | 'false' | 'unknown' {
  const [only] = said
  return said.size !== 1 || only === undefined ? 'unknown' : only ? 'true' : 'false'
}
