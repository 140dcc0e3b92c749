/**
 * Outcome of a law for one value. `holds`; `notApplicable`: the law does not concern this value; `violated`: a bug, with its reason,
 * which stops a build; `discard`: this draw is unsuitable, so the slot gets another attempt, counted by reason.
 */
export type LawOutcome = 'holds' | 'notApplicable' | { readonly violated: string } | { readonly discard: string }

/** A named property of a value; the laws of a level take drafts. A name has the form `subject.property`. */
export interface Law<T> {
  readonly name: string
  /** Returns the outcome for a value; a pure function. */
  readonly check: (value: T) => LawOutcome
}

/** Names of the laws that hold for every level; a level's own laws cannot have these names. */
export const ENGINE_LAWS: readonly string[] = [
  'text.wellFormed',
  'question.roundTrip',
  'answer.roundTrip',
  'answer.noRefusal',
  'oracle.agrees',
  'edge.touches',
  'refusal.fromTwin',
  'refusal.onlyOne',
  'refusal.outOfScope',
  'refusal.malformed',
  'refusal.contradictory',
  'refusal.incomplete',
  'refusal.ambiguous',
  'level.total',
]

/** Outcome of one law, with its name. */
export interface LawResult {
  readonly law: string
  readonly outcome: LawOutcome
}
