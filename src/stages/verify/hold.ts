import type { Outcome, Saying } from '../../model/law'
import { messageOf } from '../../model/messageOf'

/** A law with what it is about already given to it. */
export type Check = readonly [law: string, check: () => Outcome]

export type Broken =
  | { readonly _tag: 'Discarded'; readonly reason: string }
  | { readonly _tag: 'Violated'; readonly law: string; readonly reason: string; readonly thrown?: unknown }

/** The names of the laws that held, or the first that did not. */
export function hold(checks: readonly Check[]): readonly string[] | Broken {
  const held: string[] = []
  for (const check of checks) {
    const { outcome, ...thrown } = outcomeOf(check)
    if (outcome === 'holds') held.push(check[0])
    else if (outcome !== 'notApplicable') {
      return 'discard' in outcome
        ? { _tag: 'Discarded', reason: outcome.discard }
        : { _tag: 'Violated', law: check[0], reason: outcome.violated, ...thrown }
    }
  }
  return held
}

/** What every law says, those after a violated one too. */
export const sayings = (checks: readonly Check[]): readonly Saying[] =>
  checks.map(check => ({ law: check[0], outcome: outcomeOf(check).outcome }))

/** A law that throws is violated: it proved nothing. */
function outcomeOf([, check]: Check): { readonly outcome: Outcome; readonly thrown?: unknown } {
  try {
    const outcome = check()
    return { outcome: isOutcome(outcome) ? outcome : { violated: NO_OUTCOME } }
  } catch (thrown) {
    return { outcome: { violated: `it threw: ${messageOf(thrown)}` }, thrown }
  }
}

const NO_OUTCOME = "it gave no outcome: give 'holds', 'notApplicable', { violated: reason } or { discard: reason }"

/** A check may come from code without types. */
const isOutcome = (value: unknown): value is Outcome =>
  value === 'holds' ||
  value === 'notApplicable' ||
  (typeof value === 'object' && value !== null && ('violated' in value || 'discard' in value))
