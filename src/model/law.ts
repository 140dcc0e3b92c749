/**
 * What a law says of a value: it `holds`; it is `notApplicable` (the law is not about this value); it is violated
 * (a bug: a build stops); or it discards (this draw is unsuitable: draw again, counted by reason).
 */
export type Outcome = 'holds' | 'notApplicable' | { readonly violated: string } | { readonly discard: string }

/** A named property of a value (the laws of a level are about drafts); the name has the form `subject.property`. */
export interface Law<T> {
  readonly name: string
  readonly check: (value: T) => Outcome
}

/** The laws that hold for every level, by name; no law of a level may have one of these. */
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

/** What one law said. */
export interface Saying {
  readonly law: string
  readonly outcome: Outcome
}
