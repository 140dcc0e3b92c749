import type { Draft } from './draft'

/**
 * What a law says of a draft: it `holds`; it is `notApplicable` (the law is not about this draft); it is violated
 * (a bug: the build stops); or it discards (this draw is unsuitable: draw again, counted by reason).
 */
export type Outcome = 'holds' | 'notApplicable' | { readonly violated: string } | { readonly discard: string }

/** A named property of a draft; the name has the form `subject.property`. */
export interface Law<Q, A> {
  readonly name: string
  readonly check: (draft: Draft<Q, A>) => Outcome
}
