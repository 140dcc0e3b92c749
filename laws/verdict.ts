import type { Verdict } from '../src/model/oracle'
import type { AdversarialType } from '../src/model/vocabulary'

/**
 * Returns the verdict that a text has an answer. Takes the canonical answer and, if the level also accepts other answers, a
 * predicate that accepts exactly the right ones. By default, only the canonical answer is right.
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
 * Returns the verdict that a text must be refused, with the first type that applies. For `malformed`, use {@link malformed},
 * which also takes the offset.
 *
 * @example
 * refuse('incomplete')
 */
export const refuse = <A>(type: Exclude<AdversarialType, 'malformed'>): Verdict<A> => ({ _tag: 'Refuse', type })

/** Returns the verdict that a text is malformed at an offset. The law `refusal.malformed` compares the offset with the witness. */
export const malformed = <A>(at: number): Verdict<A> => ({ _tag: 'Refuse', type: 'malformed', at })

/** Returns the verdict that an oracle cannot judge the text. The attempt is discarded and counted under this reason. */
export const cannotJudge = <A>(reason: string): Verdict<A> => ({ _tag: 'CannotJudge', reason })
