import type { Law, LawOutcome, LawResult } from '../../model/law'
import { messageOf } from '../../utils/strings/errorMessage'

/** First law that does not hold for a value: it discards the value, or is violated. */
export type LawFailure =
  | { readonly _tag: 'Discarded'; readonly reason: string }
  | { readonly _tag: 'Violated'; readonly law: string; readonly reason: string; readonly thrown?: unknown }

/** Checks laws in order. Returns the names of the laws that hold, or the first failure. */
export function checkLaws<T>(laws: readonly Law<T>[], value: T): readonly string[] | LawFailure {
  const held: string[] = []
  for (const law of laws) {
    const outcome = outcomeOf(law, value)
    if (outcome === 'holds') held.push(law.name)
    else if (outcome !== 'notApplicable') return failureOf(law, outcome)
  }
  return held
}

/** Checks every law, including the laws after a violated one, and returns all results. */
export const checkAllLaws = <T>(laws: readonly Law<T>[], value: T): readonly LawResult[] =>
  laws.map(law => {
    const outcome = outcomeOf(law, value)
    return { law: law.name, outcome: outcome instanceof Thrown ? { violated: outcome.violated } : outcome }
  })

/** Outcome of a law that throws. It counts as violated, because it proved nothing. */
class Thrown {
  readonly violated: string

  constructor(readonly thrown: unknown) {
    this.violated = `it threw: ${messageOf(thrown)}`
  }
}

function outcomeOf<T>(law: Law<T>, value: T): LawOutcome | Thrown {
  try {
    const outcome = law.check(value)
    return isOutcome(outcome) ? outcome : { violated: NO_OUTCOME }
  } catch (thrown) {
    return new Thrown(thrown)
  }
}

function failureOf({ name }: { readonly name: string }, outcome: Exclude<LawOutcome, string> | Thrown): LawFailure {
  if ('discard' in outcome) return { _tag: 'Discarded', reason: outcome.discard }
  const violated = { _tag: 'Violated', law: name, reason: outcome.violated } as const
  return outcome instanceof Thrown ? { ...violated, thrown: outcome.thrown } : violated
}

const NO_OUTCOME = "it returned no outcome: return 'holds', 'notApplicable', { violated: reason } or { discard: reason }"

/** True if a value is a law outcome. A law may come from untyped code. */
const isOutcome = (value: unknown): value is LawOutcome =>
  value === 'holds' ||
  value === 'notApplicable' ||
  (typeof value === 'object' && value !== null && ('violated' in value || 'discard' in value))
