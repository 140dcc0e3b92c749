import type { Answered, Draft } from '../src/model/draft'
import type { Law } from '../src/model/law'
import { law } from './law'

/**
 * A law of questions with their answers as a law of drafts, as a level's `laws` takes it: it is not applicable to a trap, whose
 * twin is a draft of its own.
 *
 * @example
 * const whole = law('answer.whole', ({ answer }: engine.Answered<unknown, number>) => (answer % 1 === 0 ? 'holds' : { violated: 'a part' }))
 * assertLevel(defineLevel({ ...(await sums()), laws: [ofAnswered(whole)] }), { runs: 20 })
 */
export const ofAnswered = <Q, A>({ name, check }: Law<Answered<Q, A>>): Law<Draft<Q, A>> =>
  law(name, draft => (draft._tag === 'Answered' ? check(draft) : 'notApplicable'))
