import type { Answered, Draft } from '../src/model/draft'
import type { Law } from '../src/model/law'
import { law } from './law'

/**
 * Converts a law of answered questions into a law of drafts, for the `laws` of a level. It is not applicable to a trap, because
 * the trap's twin is checked as a separate draft.
 *
 * @example
 * const whole = law('answer.whole', ({ answer }: engine.Answered<unknown, number>) => (answer % 1 === 0 ? 'holds' : { violated: 'a part' }))
 * assertLevel(defineLevel({ ...(await sums()), laws: [answeredLaw(whole)] }), { runs: 20 })
 */
export const answeredLaw = <Q, A>({ name, check }: Law<Answered<Q, A>>): Law<Draft<Q, A>> =>
  law(name, draft => (draft._tag === 'Answered' ? check(draft) : 'notApplicable'))
