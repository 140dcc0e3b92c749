import type { Verdict } from '../src/model/oracle'
import type { AdversarialType } from '../src/model/vocabulary'

/**
 * The verdict that a text has an answer: the one it determines, and where the level holds others right as well, the
 * predicate that recognises them.
 *
 * @example
 * answer(42)
 */
export const answer = <A>(canonical: A, equivalent: (answer: A) => boolean = other => other === canonical): Verdict<A> => ({
  _tag: 'Answer',
  canonical,
  equivalent,
})

/**
 * The verdict that a text must be refused, with the first reason that applies; `malformed` has a verdict of its own.
 *
 * @example
 * refuse('incomplete')
 */
export const refuse = <A>(type: Exclude<AdversarialType, 'malformed'>): Verdict<A> => ({ _tag: 'Refuse', type })

/** The verdict that a text breaks, and where: the law `refusal.malformed` compares the place with the witness. */
export const malformed = <A>(at: number): Verdict<A> => ({ _tag: 'Refuse', type: 'malformed', at })

/** The verdict of an oracle that cannot tell: the draw is discarded, and counted by this reason. */
export const cannotJudge = <A>(reason: string): Verdict<A> => ({ _tag: 'CannotJudge', reason })
