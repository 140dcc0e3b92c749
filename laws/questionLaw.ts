import type { Draft } from '../src/model/draft'
import type { Law } from '../src/model/law'
import { law } from './law'

/**
 * Converts a law of questions into a law of drafts, for the `laws` of a level. It checks the question of an answered draft. It is
 * not applicable to a trap, because the trap's twin is checked as a separate draft.
 *
 * @example
 * const short = law('question.short', ({ terms }: { terms: number[] }) => (terms.length < 9 ? 'holds' : { violated: 'too long' }))
 * assertLevel(defineLevel({ ...(await sums()), laws: [questionLaw(short)] }), { runs: 20 })
 */
export const questionLaw = <Q>({ name, check }: Law<Q>): Law<Draft<Q, unknown>> =>
  law(name, draft => (draft._tag === 'Answered' ? check(draft.question) : 'notApplicable'))
