import type { Law, Outcome, Saying } from '../../model/law'
import { messageOf } from '../../utils/strings/errorMessage'

export type Broken =
  | { readonly _tag: 'Discarded'; readonly reason: string }
  | { readonly _tag: 'Violated'; readonly law: string; readonly reason: string; readonly thrown?: unknown }

/** The names of the laws that hold of a value, or the first that does not. */
export function hold<T>(laws: readonly Law<T>[], value: T): readonly string[] | Broken {
  const held: string[] = []
  for (const law of laws) {
    const outcome = outcomeOf(law, value)
    if (outcome === 'holds') held.push(law.name)
    else if (outcome !== 'notApplicable') return broken(law, outcome)
  }
  return held
}

/** What every law says of a value, those after a violated one too. */
export const sayings = <T>(laws: readonly Law<T>[], value: T): readonly Saying[] =>
  laws.map(law => {
    const outcome = outcomeOf(law, value)
    return { law: law.name, outcome: outcome instanceof Thrown ? { violated: outcome.violated } : outcome }
  })

/** A law that throws is violated: it proved nothing. */
class Thrown {
  readonly violated: string

  constructor(readonly thrown: unknown) {
    this.violated = `it threw: ${messageOf(thrown)}`
  }
}

function outcomeOf<T>(law: Law<T>, value: T): Outcome | Thrown {
  try {
    const outcome = law.check(value)
    return isOutcome(outcome) ? outcome : { violated: NO_OUTCOME }
  } catch (thrown) {
    return new Thrown(thrown)
  }
}

function broken({ name }: { readonly name: string }, outcome: Exclude<Outcome, string> | Thrown): Broken {
  if ('discard' in outcome) return { _tag: 'Discarded', reason: outcome.discard }
  const violated = { _tag: 'Violated', law: name, reason: outcome.violated } as const
  return outcome instanceof Thrown ? { ...violated, thrown: outcome.thrown } : violated
}

const NO_OUTCOME = "it gave no outcome: give 'holds', 'notApplicable', { violated: reason } or { discard: reason }"

/** A check may come from code without types. */
const isOutcome = (value: unknown): value is Outcome =>
  value === 'holds' ||
  value === 'notApplicable' ||
  (typeof value === 'object' && value !== null && ('violated' in value || 'discard' in value))
