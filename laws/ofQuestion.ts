import type { Draft } from '../src/model/draft'
import type { Law } from '../src/model/law'
import { law } from './law'

/**
 * A law of questions as a law of drafts, as a level's `laws` takes it: it judges the question of an answered draft, and is not
 * applicable to a trap, whose twin is a draft of its own.
 *
 * @example
 * const short = law('question.short', ({ terms }: { terms: number[] }) => (terms.length < 9 ? 'holds' : { violated: 'too long' }))
 * assertLevel(defineLevel({ ...(await sums()), laws: [ofQuestion(short)] }), { runs: 20 })
 */
export const ofQuestion = <Q>({ name, check }: Law<Q>): Law<Draft<Q, unknown>> =>
  law(name, draft => (draft._tag === 'Answered' ? check(draft.question) : 'notApplicable'))
